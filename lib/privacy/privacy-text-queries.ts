import "server-only";
import { eq } from "drizzle-orm";
import { deskSettings } from "@/drizzle/schema/pages";
import type { Db } from "@/lib/db/db";

const NAME = "privacy_text";

/** The text somebody wrote for the privacy page; null when nobody has. */
export function findPrivacyText(db: Db): string | null {
  return (
    db.select({ value: deskSettings.value }).from(deskSettings).where(eq(deskSettings.name, NAME)).get()?.value ?? null
  );
}

export function recordPrivacyText(db: Db, text: string, userId: string, nowMs: number): void {
  const row = { value: text, changedMs: nowMs, userId };
  db.insert(deskSettings)
    .values({ name: NAME, ...row })
    .onConflictDoUpdate({ target: deskSettings.name, set: row })
    .run();
}

export function deletePrivacyText(db: Db): void {
  db.delete(deskSettings).where(eq(deskSettings.name, NAME)).run();
}
