import type { Message } from "@/lib/api/schemas/inbox";

/**
 * The app that holds a thread once `message` has come, by what handovers in the thread tell: `appId` before it. Null:
 * nobody does, or nothing was told of it.
 */
export function ownerAfter(appId: string | null, { note }: Pick<Message, "note">): string | null {
  return note?.kind === "pass_thread_control" || note?.kind === "take_thread_control" ? note.toAppId : appId;
}
