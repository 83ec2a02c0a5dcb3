/** `note`: worth knowing, and nothing has to be done. */
export type Finding = { state: "right" | "wrong" | "note"; sentence: string };

export const right = (sentence: string): Finding => ({ state: "right", sentence });
export const wrong = (sentence: string): Finding => ({ state: "wrong", sentence });
export const note = (sentence: string): Finding => ({ state: "note", sentence });
