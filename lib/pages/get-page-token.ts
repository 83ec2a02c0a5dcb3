import "server-only";
import type { Db } from "@/lib/db/db";
import { AppError } from "@/lib/errors";
import { findDeath } from "./find-death";
import { toPageProblem } from "./page-problems";
import { findPage } from "./page-queries";
import { findPageToken } from "./page-token";

/**
 * The token to act for a Page with, for something a person waits for. With a token that is known to be dead nothing is
 * tried. @throws {AppError} `page_not_linked`; `send_refused` with what happened to the token
 */
export async function getPageToken(db: Db, pageId: string): Promise<string> {
  const page = await findPage(db, pageId);
  if (page?.linkedMs && page.tokenStatus === "invalid") {
    const { title, detail } = toPageProblem(findDeath(page.problems));
    throw new AppError("send_refused", `${title}: ${detail}`);
  }
  const token = await findPageToken(db, pageId);
  if (token === null) throw new AppError("page_not_linked", "Connect the Page, then try again.");
  return token;
}
