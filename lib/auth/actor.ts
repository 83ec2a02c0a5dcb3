import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { AuditAction } from "./audit-actions";

/** Who is at work in this request: what the audit log adds to every entry by itself. */
export type Actor = { ip: string; apiKeyId: string | null; recorded: Set<AuditAction> };

const storage = new AsyncLocalStorage<Actor>();

export function runAs<T>(actor: Actor, work: () => T): T {
  return storage.run(actor, work);
}

/** Undefined outside a request: a job, the webhook, the command line. */
export function findActor(): Actor | undefined {
  return storage.getStore();
}
