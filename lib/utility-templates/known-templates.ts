import "server-only";
import { onGlobal } from "@/lib/on-global";
import type { UtilityTemplate } from "./utility-template";

/** How long a Page's list is taken for what Meta would say now. Its own webhook, and our changes, end it sooner. */
const LIFE_MS = 5 * 60 * 1000;

type Known = { templates: UtilityTemplate[] | null; untilMs: number; changes: number };
const NOTHING: Known = { templates: null, untilMs: 0, changes: 0 };
const known = () => onGlobal("utilityTemplates", () => new Map<string, Known>());
const knownOf = (pageId: string) => known().get(pageId) ?? NOTHING;

/** The Page's templates as Meta listed them a short while ago; null: ask Meta. */
export function findKnownTemplates(pageId: string, nowMs: number): UtilityTemplate[] | null {
  const { templates, untilMs } = knownOf(pageId);
  return untilMs > nowMs ? templates : null;
}

/** How often something has changed. Read it before Meta is asked. */
export function countTemplateChanges(pageId: string): number {
  return knownOf(pageId).changes;
}

/** @param changes as counted before Meta was asked: what changed since is not in this list, so it is not kept */
export function rememberTemplates(
  pageId: string,
  { templates, changes }: { templates: UtilityTemplate[]; changes: number },
  nowMs: number,
): void {
  if (changes === countTemplateChanges(pageId)) known().set(pageId, { templates, untilMs: nowMs + LIFE_MS, changes });
}

/** Something changed: the next reader asks Meta. */
export function forgetTemplates(pageId: string): void {
  known().set(pageId, { ...NOTHING, changes: countTemplateChanges(pageId) + 1 });
}
