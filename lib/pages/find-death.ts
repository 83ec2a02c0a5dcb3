import { LIFE_CODES } from "./judge-token";
import type { PageProblemRow } from "./page-queries";

/** Why a Page's token is dead, as far as it is known. */
export function findDeath(problems: readonly PageProblemRow[]): PageProblemRow {
  const known = problems.find(({ code }) => (LIFE_CODES as readonly string[]).includes(code));
  return known ?? { code: "token_invalid", facts: {} };
}
