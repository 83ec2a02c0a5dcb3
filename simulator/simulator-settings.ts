import type { Order } from "./webhooks/in-order";

/** When the copy of a sent message comes back: after the answer to the send, before it, later, or never. */
export type EchoTiming = "after" | "before" | "delayed" | "none";

export interface SimulatorSettings {
  /** 0 picks a free port. */
  port: number;
  host: string;
  appId: string;
  appSecret: string;
  appName: string;
  /** `development`: messages travel only for people with a role on the app. */
  mode: "live" | "development";
  /** The app setting "Require App Secret". */
  requireProof: boolean;
  seed: "demo" | "empty";
  /** How long a receiver may take to answer a notification (Meta: 5 s; older documents: 20 s). */
  webhookTimeoutMs: number;
  /** Spacing of the immediate retries of a failed notification; their number is the length. Invented: unpublished. */
  immediateRetriesMs: number[];
  /** Spacing of the retries after those; the last one repeats until the Page is switched off. Invented too. */
  laterRetriesMs: number[];
  /**
   * What comes of the notifications that wait for a retry once one of their Page gets through: each when its retry is
   * due, or all at once, in order, backwards or shuffled.
   */
  backlog: "when-due" | Order;
  /** Of those, every n-th is never delivered: Meta loses some. Null: none. */
  backlogLosesEvery: number | null;
  /** Most Pages in one answer of /me/accounts, whatever `limit` says, so that clients must follow `next`. */
  accountsPageSize: number;
  /** Exact addresses the dialog may return to. Without a list: any address on this machine. */
  redirectUris: string[] | null;
  /** Deliver believable talk when a Page is subscribed for the first time. */
  playOnSubscribe: boolean;
  playIntervalMs: number;
  echo: EchoTiming;
  echoDelayMs: number;
  /** From the echo to the delivery receipt. */
  deliveryDelayMs: number;
  /** People read by themselves this long after delivery; null: only when told to. */
  autoReadMs: number | null;
  /** Where the app's owner said Meta should POST when a person removes the app or wants their data deleted. */
  deauthorizeUrl: string | null;
  dataDeletionUrl: string | null;
  /** Messenger calls a Page may make in 24 hours; null: no limit. Meta's is 200 × engaged people. */
  callsPerDay: number | null;
  /** Sends a Page may make in a second, of audio and video fewer, and looks at its conversations; null: no limit. */
  textPerSecond: number | null;
  mediaPerSecond: number | null;
  lookupsPerSecond: number | null;
  /** Every echo waits a different time, up to this, besides `echoDelayMs`: so echoes overtake each other. */
  echoJitterMs: number;
}

/** What tests want: quiet, quick, nothing by itself. */
export const DEFAULT_SETTINGS: SimulatorSettings = {
  port: 0,
  host: "127.0.0.1",
  appId: "880011223344556",
  appSecret: "demo-app-secret-0123456789abcdef",
  appName: "Demo Desk",
  mode: "live",
  requireProof: false,
  seed: "demo",
  webhookTimeoutMs: 5_000,
  immediateRetriesMs: [10, 20, 40],
  laterRetriesMs: [60_000, 120_000, 240_000, 480_000, 900_000],
  backlog: "when-due",
  backlogLosesEvery: null,
  accountsPageSize: 2,
  redirectUris: null,
  playOnSubscribe: false,
  playIntervalMs: 0,
  echo: "after",
  echoDelayMs: 0,
  deliveryDelayMs: 0,
  autoReadMs: null,
  deauthorizeUrl: null,
  dataDeletionUrl: null,
  callsPerDay: null,
  textPerSecond: 300,
  mediaPerSecond: 10,
  lookupsPerSecond: 2,
  echoJitterMs: 0,
};

/** What a person who looks on wants: the pace of real people and real networks. */
export const DEMO_SETTINGS: Partial<SimulatorSettings> = {
  port: 4100,
  accountsPageSize: 25,
  immediateRetriesMs: [1_000, 2_000, 4_000],
  playOnSubscribe: true,
  playIntervalMs: 900,
  echoDelayMs: 150,
  deliveryDelayMs: 500,
  autoReadMs: 6_000,
};
