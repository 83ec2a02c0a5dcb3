import "server-only";
import { auditLog } from "@/drizzle/schema/people";
import type { Db } from "@/lib/db/db";

export type AuditEntry = {
  atMs: number;
  /** Null when it was not a person of ours. */
  userId: string | null;
  /** Such as `page.linked`. */
  action: string;
  target: string | null;
  /** Never a secret, never message text. */
  detail?: Record<string, unknown>;
};

export function recordAudit(db: Db, entry: AuditEntry): void {
  db.insert(auditLog).values(entry).run();
}
