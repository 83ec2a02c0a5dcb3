import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts one of the programs that Pagedesk is compared with, as a process of its own. */
export async function startRival(program: "limit-server" | "express-server", databasePath: string, appSecret: string) {
  const child = fork(fileURLToPath(new URL(`./${program}.ts`, import.meta.url)), [databasePath, appSecret], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const [message] = (await once(child, "message")) as [{ port: number }];
  return {
    port: message.port,
    async stop() {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    },
  };
}
