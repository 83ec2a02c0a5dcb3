import type { NotificationFilter } from "@/lib/notifications/notification-list-queries";
import { FIRST_MS, PAGES, STEP_MS, toPsid } from "./to-notification";

/** What the screen asks for at a time. */
export const PAGE_SIZE = 50;

export type Search = { name: string; filter: NotificationFilter };

/** What developers ask the inspector for, with `count` notifications stored: every filter, alone and with others. */
export function listSearches(count: number): Search[] {
  const [busy, quiet] = [PAGES[0], PAGES[12]];
  const psid = toPsid(7);
  const atMs = (share: number) => FIRST_MS + Math.floor(count * share) * STEP_MS;
  const hour = { fromMs: atMs(0.5), toMs: atMs(0.5) + 3_600_000 };
  const filters: Record<string, Partial<NotificationFilter>> = {
    "no filter": {},
    "no filter, far back": { beforeId: Math.floor(count / 3) },
    "a busy Page": { pageId: busy },
    "a quiet Page": { pageId: quiet },
    "a Page that never sent": { pageId: "1" },
    "a common field": { field: "messages" },
    "a rare field": { field: "messaging_game_plays" },
    "a field nothing has": { field: "name" },
    "a busy Page, a common field": { pageId: busy, field: "message_reads" },
    "a busy Page, a rare field": { pageId: busy, field: "send_cart" },
    "a quiet Page, a rare field": { pageId: quiet, field: "send_cart" },
    applied: { outcome: "applied" },
    duplicate: { outcome: "duplicate" },
    failed: { outcome: "failed" },
    "partly failed": { outcome: "partly_failed" },
    unreadable: { outcome: "unreadable" },
    pending: { outcome: "pending" },
    rejected: { outcome: "rejected" },
    problems: { problems: true },
    "problems of a busy Page": { problems: true, pageId: busy },
    "failures of a quiet Page": { outcome: "failed", pageId: quiet },
    "duplicates of a rare field": { outcome: "duplicate", field: "send_cart" },
    "applied, of a quiet Page": { outcome: "applied", pageId: quiet },
    "a person": { psid },
    "a person, a Page": { psid, pageId: busy },
    "a person, problems": { psid, problems: true },
    "an hour": hour,
    "an hour of a Page": { ...hour, pageId: quiet },
    "problems of an hour": { ...hour, problems: true },
    "up to a day long ago": { toMs: atMs(0.05) },
    "a field up to a day long ago": { toMs: atMs(0.05), field: "message_reads" },
    "a common word": { search: "sunday" },
    "two common words": { search: "bicycle sunday" },
    "the beginning of common words": { search: "bic" },
    "a rare word": { search: "velocipede" },
    "a word of one notification": { search: "order4242 " },
    "the beginning of a word of many": { search: "order77" },
    "a word nothing has": { search: "zeppelin" },
    "common words that are never together": { search: "sunday open zeppelin" },
    "a mid": { search: "m_inspector-4242-Qk5yZ3JhbUlzTm90QVJlYWxNaWQ" },
    "a common word, a busy Page": { search: "sunday", pageId: busy },
    "a common word, a quiet Page, a field": { search: "sunday", pageId: quiet, field: "messages" },
    "a common word, failed": { search: "sunday", outcome: "failed" },
    "a common word, duplicates": { search: "sunday", outcome: "duplicate" },
    "a common word in an hour": { search: "sunday", ...hour },
    "a common word of a person": { search: "sunday", psid },
    "somebody who sees one quiet Page": { pages: quiet === undefined ? [] : [quiet] },
    "somebody who sees a dozen Pages": { pages: PAGES.slice(0, 12) },
    "somebody who sees two Pages, failed": { pages: PAGES.slice(3, 5), problems: true },
    "somebody who sees one quiet Page, a common word": { pages: quiet === undefined ? [] : [quiet], search: "sunday" },
    "a rare word, unreadable": { search: "velocipede", outcome: "unreadable" },
  };
  return Object.entries(filters).map(([name, filter]) => ({
    name,
    filter: { pages: "all" as const, ...filter, limit: PAGE_SIZE },
  }));
}
