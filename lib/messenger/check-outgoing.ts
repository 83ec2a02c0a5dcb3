import { LIMITS, type OutgoingContent } from "./outgoing-content";

export type OutgoingIssue = {
  /** Field of the content, as `quickReplies.2`. */
  path: string;
  message: string;
};

/**
 * What the channel does not take of a message, each with its field and limit; empty when it can go out. Shapes and limits
 * that hold everywhere are the schema's (lib/api/schemas/outgoing.ts).
 */
export function checkOutgoing(content: OutgoingContent, channel: "messenger" | "instagram"): OutgoingIssue[] {
  return channel === "instagram" ? checkInstagram(content) : checkMessenger(content);
}

/** Meta takes a request that spends a consent on asking for another one; nobody means it (Meta docs: one-time notification). */
function checkMessenger({ template, oneTimeId }: OutgoingContent): OutgoingIssue[] {
  if (template?.type !== "one_time_notif_req" || oneTimeId === undefined) return [];
  const message = "This would use up one one-time notification to ask for another. Ask within the 24 hours instead.";
  return [{ path: "oneTimeId", message }];
}

/** (Meta docs: Instagram messaging; quick replies.) What they do not forbid, such as files and templates, goes through. */
function checkInstagram({ text, quickReplies, template, utility, oneTimeId }: OutgoingContent): OutgoingIssue[] {
  const issues: OutgoingIssue[] = [];
  const bytes = new TextEncoder().encode(text ?? "").length;
  // Unconfirmed: the docs print the number, older ones say bytes. The stricter reading never fails at Meta.
  if (bytes > LIMITS.instagramTextBytes) {
    const message = `Instagram takes ${LIMITS.instagramTextBytes} bytes of text at most; this is ${bytes}.`;
    issues.push({ path: "text", message });
  }
  quickReplies?.forEach(({ type }, index) => {
    if (type === "text") return;
    const what = type === "user_email" ? "an e-mail address" : "a phone number";
    issues.push({ path: `quickReplies.${index}`, message: `Instagram has no quick reply that asks for ${what}.` });
  });
  const noOneTime = "Instagram has no one-time notifications.";
  if (template?.type === "one_time_notif_req") issues.push({ path: "template", message: noOneTime });
  if (oneTimeId !== undefined) issues.push({ path: "oneTimeId", message: noOneTime });
  if (utility !== undefined) issues.push({ path: "utility", message: "Instagram has no utility templates." });
  return issues;
}
