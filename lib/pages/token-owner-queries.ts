import "server-only";
import { and, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { pages } from "@/drizzle/schema/pages";
import { pageConsents } from "@/drizzle/schema/people";
import type { Db } from "@/lib/db/db";
import { recordPageHistory } from "./page-history-queries";
import type { PageProblemRow } from "./page-queries";

/**
 * Linked Pages whose token was made for this Facebook account. Of those linked before that was written down, the ones
 * linked by somebody who consented with it; call it while their consent is still here.
 */
export function listPagesOfTokenOwner(db: Db, asid: string): { id: string; problems: PageProblemRow[] }[] {
  const consented = db.select({ id: pageConsents.userId }).from(pageConsents).where(eq(pageConsents.asid, asid));
  const fromConsent = and(
    isNull(pages.tokenOwnerAsid),
    or(isNull(pages.tokenSource), ne(pages.tokenSource, "pasted")),
    inArray(pages.linkedByUserId, consented),
  );
  return db
    .select({ id: pages.id, problems: pages.problems })
    .from(pages)
    .where(and(isNotNull(pages.linkedMs), or(eq(pages.tokenOwnerAsid, asid), fromConsent)))
    .all();
}

type LostToken = {
  code: "token_app_removed" | "token_missing";
  atMs: number;
  /** Whether token and owner go, too. */
  forgets: boolean;
};

/** A Page's token is of no use any more, for a reason that Meta told us: that is its problem from now on. */
export function recordLostToken(
  db: Db,
  { id, problems }: { id: string; problems: PageProblemRow[] },
  { code, atMs, forgets }: LostToken,
): void {
  const ofToken = problems.filter((problem) => problem.code.startsWith("token_"));
  const others = problems.filter((problem) => !ofToken.includes(problem));
  const known = ofToken.find((problem) => problem.code === code);
  db.update(pages)
    .set({
      tokenStatus: code === "token_missing" ? "missing" : "invalid",
      problems: [known ?? { code, facts: {}, sinceMs: atMs }, ...others],
      ...(forgets ? { tokenEncrypted: null, tokenOwnerAsid: null, tokenOwnerName: null, tokenScopes: null } : {}),
    })
    .where(eq(pages.id, id))
    .run();
  const note = { pageId: id, atMs, userId: null };
  for (const { code: ended, facts } of ofToken) {
    if (ended !== code) recordPageHistory(db, { ...note, kind: "problem_ended", code: ended, facts });
  }
  if (!known) recordPageHistory(db, { ...note, kind: "problem_began", code, facts: {} });
}

/**
 * No key of the desk's fits a Page's token. It is kept: with its key back it can be used again.
 * @returns whether that is news
 */
export function recordUnreadableToken(db: Db, pageId: string, atMs: number): boolean {
  const page = db.select({ id: pages.id, problems: pages.problems }).from(pages).where(eq(pages.id, pageId)).get();
  if (!page || page.problems.some(({ code }) => code === "token_missing")) return false;
  recordLostToken(db, page, { code: "token_missing", atMs, forgets: false });
  return true;
}
