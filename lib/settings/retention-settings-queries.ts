import "server-only";
import { eq } from "drizzle-orm";
import { deskSettings } from "@/drizzle/schema/pages";
import type { Db } from "@/lib/db/db";

const NAME = "retention";

/** JSON of what somebody chose; null when nobody has. */
export function findRetentionChoice(db: Db): string | null {
  return (
    db.select({ value: deskSettings.value }).from(deskSettings).where(eq(deskSettings.name, NAME)).get()?.value ?? null
  );
}

export function recordRetentionChoice(db: Db, value: string, userId: string, nowMs: number): void {
  const row = { value, changedMs: nowMs, userId };
  db.insert(deskSettings)
    .values({ name: NAME, ...row })
    .onConflictDoUpdate({ target: deskSettings.name, set: row })
    .run();
}
