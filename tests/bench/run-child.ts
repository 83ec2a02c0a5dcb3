import { fork } from "node:child_process";

/**
 * Runs a program of ours in a process of its own: it gets `order` and answers once.
 * @param program its URL. `server-only` modules may be imported in it
 */
export function runChild<Answer>(program: URL, order: object): Promise<Answer> {
  const child = fork(program, { execArgv: ["--conditions=react-server", "--import", "tsx"] });
  return new Promise((resolve, reject) => {
    child.once("message", (answer) => resolve(answer as Answer));
    child.once("exit", (code) => reject(new Error(`${program.pathname} ended with ${code} and no answer.`)));
    child.send(order);
  });
}
