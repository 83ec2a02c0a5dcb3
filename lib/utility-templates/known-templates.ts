import "server-only";
import { onGlobal } from "@/lib/on-global";
import type { UtilityTemplate } from "./utility-template";

/** How long a Page's list is taken for what Meta would say now. Its own webhook, and our changes, end it sooner. */
const LIFE_MS = 5 * 60 * 1000;
/**
 * The same while Meta reviews one of them: the webhook that would tell (`message_template_status_update`) is off unless
 * somebody switched it on, and a review mostly takes seconds.
 */
const LIFE_IN_REVIEW_MS = 20 * 1000;

/** A Page's templates, and when Meta was asked for them. */
export type TemplateList = { templates: UtilityTemplate[]; askedMs: number };
type Known = { list: TemplateList | null; changes: number };
const NOTHING: Known = { list: null, changes: 0 };
const known = () => onGlobal("utilityTemplates", () => new Map<string, Known>());
const knownOf = (pageId: string) => known().get(pageId) ?? NOTHING;

/** The Page's templates as Meta listed them a short while ago; null: ask Meta. */
export function findKnownTemplates(pageId: string, nowMs: number): TemplateList | null {
  const { list } = knownOf(pageId);
  if (!list) return null;
  const lifeMs = list.templates.some(({ status }) => status === "PENDING") ? LIFE_IN_REVIEW_MS : LIFE_MS;
  return list.askedMs + lifeMs > nowMs ? list : null;
}

/** How often something has changed. Read it before Meta is asked. */
export function countTemplateChanges(pageId: string): number {
  return knownOf(pageId).changes;
}

/** @param changes as counted before Meta was asked: what changed since is not in this list, so it is not kept */
export function rememberTemplates(pageId: string, { list, changes }: { list: TemplateList; changes: number }): void {
  if (changes === countTemplateChanges(pageId)) known().set(pageId, { list, changes });
}

/** Something changed: the next reader asks Meta. */
export function forgetTemplates(pageId: string): void {
  known().set(pageId, { ...NOTHING, changes: countTemplateChanges(pageId) + 1 });
}
