/** So many in so many seconds, from the first one on; then nothing more until they are over. */
export type Limit = {
  points: number;
  seconds: number;
  /** What counts, and by whom. */
  of: string;
};

const MINUTE = 60;
const QUARTER = 15 * MINUTE;

/** Every limit there is on how often somebody may ask. Signed notifications of Meta's have none. */
export const LIMITS = {
  signInByAddress: { points: 30, seconds: QUARTER, of: "failed sign-ins, by address" },
  signInByAccount: { points: 30, seconds: 60 * MINUTE, of: "failed passwords, by account, from wherever" },
  ownPassword: { points: 10, seconds: QUARTER, of: "wrong passwords on changing one's own, by person" },
  setupToken: { points: 10, seconds: QUARTER, of: "wrong set-up tokens, by address" },
  deletionStatus: { points: 60, seconds: MINUTE, of: "looks at the status of a data deletion, by address" },
  apiSession: { points: 60_000, seconds: MINUTE, of: "API requests, by session" },
  apiKey: { points: 3_000, seconds: MINUTE, of: "API requests, by API key" },
  apiRefused: { points: 1_000, seconds: MINUTE, of: "API requests of nobody that were refused, by address" },
  bareWebhook: { points: 120, seconds: MINUTE, of: "webhook posts without a signature that are read, by address" },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

/** Keys remembered for each limit: some 20 MB for all of them together. */
export const MOST_KEYS = 20_000;
