import type { RetentionSettings } from "@/lib/api/schemas/retention";

export type RetentionKind = keyof RetentionSettings;
export const RETENTION_KINDS = ["payloadDays", "messageDays", "mediaDays", "auditDays"] as const;

/** Days to choose from; null: for good. */
const CHOICES: Record<RetentionKind, readonly (number | null)[]> = {
  payloadDays: [7, 30, 90, 365, null],
  messageDays: [30, 90, 365, 730, null],
  mediaDays: [0, 7, 30, 90, 365],
  auditDays: [90, 365, 730, null],
};

const forGood = (days: number | null) => days ?? Number.POSITIVE_INFINITY;

/** What can be chosen, with what is chosen now. Payloads hold the messages, so they are not kept for longer than those. */
export function listChoices(settings: RetentionSettings, kind: RetentionKind): (number | null)[] {
  const all = [...new Set([...CHOICES[kind], settings[kind]])].sort((a, b) => forGood(a) - forGood(b));
  return kind === "payloadDays" ? all.filter((days) => forGood(days) <= forGood(settings.messageDays)) : all;
}

/** The settings with another choice. */
export function withChoice(settings: RetentionSettings, kind: RetentionKind, days: number | null): RetentionSettings {
  const next = { ...settings, [kind]: days };
  return forGood(next.payloadDays) > forGood(next.messageDays) ? { ...next, payloadDays: next.messageDays } : next;
}

/** The kinds that would be kept for less long: something of them may be deleted. */
export function listShortened(before: RetentionSettings, after: RetentionSettings): RetentionKind[] {
  return RETENTION_KINDS.filter((kind) => forGood(after[kind]) < forGood(before[kind]));
}
