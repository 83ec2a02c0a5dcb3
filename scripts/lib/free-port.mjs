import { createServer } from "node:net";
import { Problem } from "./problem.mjs";

/**
 * Reads a port from the environment and makes sure that nobody listens there yet.
 *
 * @param {string} variable such as `PORT`: named to the person when the port is busy
 * @param {number} defaultPort
 * @returns {Promise<number>}
 */
export async function freePortFromEnv(variable, defaultPort) {
  const port = portFromEnv(variable, defaultPort);
  const code = await tryToListen(port);
  if (code === "EADDRINUSE") {
    throw new Problem(
      `Port ${port} is already in use: end the program that listens there, or choose another port with the variable ${variable}, such as ${variable}=${port + 10}.`,
    );
  }
  if (code) {
    throw new Problem(
      `Port ${port} cannot be opened here (${code}): choose another port with the variable ${variable}, such as ${variable}=${defaultPort}.`,
    );
  }
  return port;
}

/**
 * @param {string} variable
 * @param {number} defaultPort
 */
export function portFromEnv(variable, defaultPort) {
  const text = process.env[variable];
  if (!text) return defaultPort;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`${variable} is "${text}", but a port is a whole number from 1 to 65535.`);
}

/** A port that is free at this moment. Ask shortly before use: nothing keeps it free. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * Both ways a server may bind: a program that listens only on 127.0.0.1 does not stand in the way of `::` on every
 * system, but a browser asked for `localhost` would meet it.
 *
 * @param {number} port
 */
async function tryToListen(port) {
  for (const host of ["127.0.0.1", undefined]) {
    const code = await new Promise((resolve) => {
      const server = createServer();
      server.once("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
      server.listen({ port, host }, () => server.close(() => resolve(null)));
    });
    if (code) return code;
  }
  return null;
}
