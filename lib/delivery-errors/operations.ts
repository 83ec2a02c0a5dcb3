/** What was asked of Graph, in Meta's words where it has them (Meta docs: Send API, conversation routing). */
export const OPERATIONS = [
  "send_message",
  "typing",
  "mark_seen",
  "react",
  "pass_thread_control",
  "take_thread_control",
  "request_thread_control",
  "release_thread_control",
  "upload",
  "message_template",
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Signs of life to the person: when one fails its moment has passed, and nobody has to do anything about it. */
export const isPassing = (operation: string) => operation === "typing" || operation === "mark_seen";
