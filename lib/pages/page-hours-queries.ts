import "server-only";
import { type Db, prepared } from "@/lib/db/db";

export const HOUR_MS = 60 * 60 * 1000;
/** Four weeks: the same weekdays and weekends, and never more than 672 rows a Page. */
const KEPT_HOURS = 28 * 24;

export type PageHour = {
  /** Unix hours. */
  hour: number;
  /** Events from people, and how many of those came in standby. */
  events: number;
  standby: number;
};

export function addPageHour(db: Db, pageId: string, { hour, events, standby }: PageHour): void {
  prepared(
    db,
    `INSERT INTO page_hours (page_id, hour, events, standby) VALUES (?, ?, ?, ?)
     ON CONFLICT (page_id, hour) DO UPDATE SET events = events + excluded.events, standby = standby + excluded.standby`,
  ).run(pageId, hour, events, standby);
}

/** Hours of the last four weeks in which something came, oldest first. */
export function listPageHours(db: Db, pageId: string, nowMs: number): PageHour[] {
  return prepared<PageHour>(
    db,
    "SELECT hour, events, standby FROM page_hours WHERE page_id = ? AND hour > ? ORDER BY hour",
  ).all(pageId, Math.floor(nowMs / HOUR_MS) - KEPT_HOURS);
}

/** Drops what is older than four weeks. */
export function dropOldPageHours(db: Db, pageId: string, nowMs: number): void {
  prepared(db, "DELETE FROM page_hours WHERE page_id = ? AND hour <= ?").run(
    pageId,
    Math.floor(nowMs / HOUR_MS) - KEPT_HOURS,
  );
}
