import { fireRequests, type Volley, type VolleyResult } from "./fire-requests";
import { type PreparedRequests, prepareRequests } from "./prepare-requests";

export type LoadOrder =
  | { do: "prepare"; count: number; firstIndex: number; appSecret: string }
  | ({ do: "fire" } & Volley);
export type LoadReport = { prepared: number } | { fired: VolleyResult };

/** A process of its own, so that the clock and the sockets wait for nobody. Takes one order at a time. */
let requests: PreparedRequests | undefined;

const report = (message: LoadReport) => process.send?.(message);

process.on("message", async (order: LoadOrder) => {
  if (order.do === "prepare") {
    requests = prepareRequests(order.count, order.firstIndex, order.appSecret);
    report({ prepared: order.count });
  } else if (requests) {
    report({ fired: await fireRequests(requests, order) });
  }
});
process.once("disconnect", () => process.exit(0));
