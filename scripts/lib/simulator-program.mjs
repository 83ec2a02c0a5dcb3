/** The arguments of Node that start the simulator. It is TypeScript and needs no build. */
export const simulatorProgram = ["--import", "tsx", "simulator/main.ts"];

/** The app that the simulator plays unless told otherwise. Invented values, public on purpose. */
export const SIMULATED_APP = { id: "880011223344556", secret: "demo-app-secret-0123456789abcdef" };
