import type { ReadRequest } from "../http/read-request";
import type { World } from "../world";

/** One call to the Graph API, its path already split and its version known. */
export interface GraphRequest extends ReadRequest {
  /** Path without the version, e.g. `["200000000000001", "messages"]`. */
  segments: string[];
  /** The version that serves the call. */
  version: string;
}

export interface GraphAnswer {
  body: unknown;
  status?: number;
  headers?: Record<string, string>;
  /** Runs once the answer has been handed to the network. */
  afterAnswer?: () => void;
}

export type GraphHandler = (world: World, request: GraphRequest) => GraphAnswer | Promise<GraphAnswer>;
