import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Volley, VolleyResult } from "./fire-requests";
import type { LoadOrder, LoadReport } from "./load-client";

const CONNECTIONS = 32;

/** Starts the process that sends signed notifications, and gives it orders. */
export function startLoadClient(appSecret: string) {
  const child = fork(fileURLToPath(new URL("./load-client.ts", import.meta.url)), { execArgv: ["--import", "tsx"] });
  let firstIndex = 0;

  function order(message: LoadOrder) {
    return new Promise<LoadReport>((resolve, reject) => {
      const onExit = () => reject(new Error("The load client has ended."));
      child.once("exit", onExit);
      child.once("message", (report: LoadReport) => {
        child.off("exit", onExit);
        resolve(report);
      });
      child.send(message);
    });
  }

  return {
    /** Signs `count` notifications that were never sent before; they replace the ones of the last call. */
    async prepare(count: number) {
      await order({ do: "prepare", count, firstIndex, appSecret });
      firstIndex += count;
    },
    /** Sends the prepared ones: all, or as many as go in `maxMs`. Another server may be sent the same ones again. */
    async fire({ port, from = 0, maxMs = 120_000, overMs }: Partial<Volley> & { port: number }): Promise<VolleyResult> {
      const report = await order({ do: "fire", port, connections: CONNECTIONS, from, maxMs, overMs });
      if (!("fired" in report)) throw new Error("The load client answered another order.");
      return report.fired;
    },
    stop: () => child.disconnect(),
  };
}
