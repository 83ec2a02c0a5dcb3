import { z } from "zod";
import { unixMs } from "./common";

export const appSubscription = z.object({
  object: z.string(),
  callbackUrl: z.string(),
  /** Whether events of it come to this desk. */
  isOurs: z.boolean(),
  isActive: z.boolean(),
  fields: z.array(z.object({ name: z.string(), version: z.string().nullable() })),
});
export type AppSubscription = z.infer<typeof appSubscription>;

/** Something wrong with the Facebook app as a whole: told once, not on every Page. */
export const appProblem = z.object({ code: z.string(), title: z.string(), detail: z.string(), fix: z.string() });
export type AppProblem = z.infer<typeof appProblem>;

/** The Facebook app as Meta has it, and what to type into its dashboard. */
export const appInfo = z.object({
  appId: z.string(),
  /** To copy into the App Dashboard. The verify token is only told to those who may manage Pages. */
  callbackUrl: z.string(),
  verifyToken: z.string(),
  redirectUris: z.array(z.string()),
  deauthorizeUrl: z.string(),
  dataDeletionUrl: z.string(),
  privacyUrl: z.string(),
  subscriptions: z.array(appSubscription),
  checkedAt: unixMs.nullable(),
  /** When Meta last proved that it knows this address. */
  verifiedAt: unixMs.nullable(),
  lastNotificationAt: unixMs.nullable(),
  /** The last time the desk asked Meta to subscribe the app; `error` is null when the handshake went well. */
  handshake: z.object({ at: unixMs, error: z.string().nullable() }).nullable(),
  /** Whether the address answers from outside, as far as can be told from here. */
  reach: z.object({ status: z.enum(["proven", "likely", "unlikely", "unknown"]), detail: z.string() }),
  /** Wanted by some Page and not on for the app. */
  missingFields: z.array(z.string()),
  /** Set when Meta lately refused messages to people without a role on the app. */
  onlyRolesAt: unixMs.nullable(),
  problems: z.array(appProblem),
});
export type AppInfo = z.infer<typeof appInfo>;

export const subscribeAppInput = z.object({
  object: z.enum(["page", "instagram"]),
  fields: z.array(z.string()).min(1).max(150),
});
/** How it went: Meta makes the handshake during the call. */
export const subscribeAppResult = z.object({ app: appInfo, handshakeError: z.string().nullable() });
export type SubscribeAppResult = z.infer<typeof subscribeAppResult>;

/** The text of the public privacy page: paragraphs, headings by a leading `# `, nothing else is interpreted. */
export const privacyText = z.object({ text: z.string().trim().min(1).max(20_000), isDefault: z.boolean() });
export const privacyTextInput = z.object({ text: z.string().trim().max(20_000) });
