import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SendsReport } from "./graph-stand-in";

/** Starts the stand-in as a process of its own, so that its work is not done at the cost of what measures. */
export async function startGraphStandIn() {
  const child = fork(fileURLToPath(new URL("./graph-stand-in.ts", import.meta.url)), [], {
    execArgv: ["--import", "tsx"],
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}`,
    async report(): Promise<SendsReport> {
      child.send({});
      const [report] = (await once(child, "message")) as [SendsReport];
      return report;
    },
    async stop() {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    },
  };
}
