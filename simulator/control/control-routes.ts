import type { Simulator } from "../simulator";
import { FAULT_ROUTES } from "./fault-routes";
import { PAGE_ROUTES } from "./page-routes";
import { PERSON_ROUTES } from "./person-routes";
import type { ControlInput } from "./read-input";
import { SAMPLE_ROUTES } from "./sample-routes";
import { STATE_ROUTES } from "./state-routes";
import { USER_ROUTES } from "./user-routes";
import { WEBHOOK_ROUTES } from "./webhook-routes";

/** The simulator as control calls see it. */
export type ControlledSimulator = Omit<Simulator, "close">;

export interface ControlRoute {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Under `/_simulator`; groups are passed on as ids. */
  path: RegExp;
  /** What is answered; nothing stands for `{ "ok": true }`. */
  run(simulator: ControlledSimulator, input: ControlInput, ids: string[]): unknown;
}

export const CONTROL_ROUTES: readonly ControlRoute[] = [
  ...STATE_ROUTES,
  ...PERSON_ROUTES,
  ...WEBHOOK_ROUTES,
  ...SAMPLE_ROUTES,
  ...FAULT_ROUTES,
  ...USER_ROUTES,
  ...PAGE_ROUTES,
];
