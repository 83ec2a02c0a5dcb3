import { fromPerson, onInstagram } from "./sample";

const owned = (title: string, what: "pass" | "take", from: string, to: string, metadata: string) =>
  fromPerson(
    title,
    "messaging_handovers",
    `"${what}_thread_control":{"previous_owner_app_id":${from},"new_owner_app_id":${to},"metadata":"${metadata}"}`,
  );
const enforced = (title: string, policy: string) =>
  fromPerson(title, "messaging_policy_enforcement", `"policy_enforcement":{${policy}}`, { sender: null });

/** (Meta docs: messaging_handovers, as the four groups below.) */
export const PASS_SAMPLES = [
  owned("To the Page inbox", "pass", `"880011223344556"`, `"263902037430900"`, "needs a human"),
  owned("App ids as numbers", "pass", "990000000000001", "880011223344556", "back to you"),
  owned("The thread was nobody's", "pass", "null", `"880011223344556"`, ""),
  onInstagram(
    owned("Instagram: to another app", "pass", `"880011223344556"`, `"990000000000001"`, ""),
    "messaging_handover",
  ),
] as const;

export const TAKE_SAMPLES = [
  owned("By the Page inbox", "take", `"880011223344556"`, `"263902037430900"`, ""),
  owned("App ids as numbers", "take", "880011223344556", "990000000000001", "ours now"),
  onInstagram(
    owned("Instagram: by the inbox", "take", `"880011223344556"`, `"263902037430900"`, ""),
    "messaging_handover",
  ),
] as const;

export const REQUEST_SAMPLES = [
  fromPerson(
    "By another app",
    "messaging_handovers",
    `"request_thread_control":{"requested_owner_app_id":"990000000000001","metadata":"please"}`,
  ),
  onInstagram(
    fromPerson(
      "Instagram: by another app",
      "messaging_handover",
      `"request_thread_control":{"requested_owner_app_id":990000000000001,"metadata":"please"}`,
    ),
  ),
] as const;

export const APP_ROLES_SAMPLES = [
  fromPerson("Primary receiver", "messaging_handovers", `"app_roles":{"880011223344556":["primary_receiver"]}`, {
    sender: null,
  }),
] as const;

/** (Meta docs: messaging_account_linking.) */
export const ACCOUNT_LINKING_SAMPLES = [
  fromPerson(
    "Linked",
    "messaging_account_linking",
    `"account_linking":{"status":"linked","authorization_code":"tok_demoAC991"}`,
  ),
  fromPerson("Unlinked", "messaging_account_linking", `"account_linking":{"status":"unlinked"}`),
] as const;

/** (Meta docs: messaging_policy_enforcement.) */
export const POLICY_SAMPLES = [
  enforced("A warning", `"action":"warning","reason":"The bot violated our Platform Policies"`),
  enforced("A block", `"action":"block","reason":"The bot violated our Platform Policies"`),
  enforced("Unblocked, without a reason", `"action":"unblock"`),
] as const;
