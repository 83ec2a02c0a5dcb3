import { toKnownApp } from "@/lib/messenger/known-apps";
import { findSilence } from "./find-silence";
import type { StoredProblem } from "./page-problems";
import type { PageRow } from "./page-queries";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const LEAST_EVENTS = 5;
const MOST_IN_STANDBY = 0.8;
/** So many in a row, and nothing else, show it before the day's share does. */
const LEAST_IN_A_ROW = 3;
/** A restriction is for a time (Meta docs: error 10/1893063); a refusal as old as this says nothing of today. */
const RESTRICTED_FOR_MS = 7 * DAY_MS;

/** What only a refused send shows: the next that Meta takes ends it. */
export const ENDED_BY_SENDING: readonly string[] = [
  "app_only_roles",
  "page_restricted",
] satisfies StoredProblem["code"][];

/** What the desk itself knows of a Page's traffic. */
export type Traffic = {
  /** By Unix hour, ascending: events from people, and how many of those came in standby. */
  hours: readonly { hour: number; events: number; standby: number }[];
  /** The other app that holds the newest conversations. */
  otherOwner: string | null;
  /** Somebody lately wrote to the Page's Instagram account. */
  hasInstagram: boolean;
  /** When Meta last refused a send because the person has no role on the app. */
  onlyRolesMs: number | null;
  /** When Meta last refused a send because it keeps the Page from sending. */
  restrictedMs: number | null;
};

const META_APPS = {
  page_inbox: "Facebook's own inbox",
  instagram_inbox: "Instagram's own inbox",
  lead_automation: "Facebook's lead automation",
} as const;

type JudgedPage = Pick<PageRow, "lastSentMs" | "otherApps" | "policyAction" | "policyMs">;

/** Another app holds the conversations, or Meta refuses what the Page sends: to people without a role, or to everybody. */
export function judgeTraffic(page: JudgedPage, traffic: Traffic, nowMs: number): StoredProblem[] {
  const { onlyRolesMs } = traffic;
  const isOnlyForRoles = onlyRolesMs !== null && nowMs - onlyRolesMs < DAY_MS && (page.lastSentMs ?? 0) < onlyRolesMs;
  return [
    ...judgeRestriction(page, traffic, nowMs),
    ...judgeOwnership(page, traffic, nowMs),
    ...(isOnlyForRoles ? [{ code: "app_only_roles", facts: {} } as const] : []),
  ];
}

function judgeRestriction(
  { lastSentMs, policyAction, policyMs }: JudgedPage,
  { restrictedMs }: Traffic,
  nowMs: number,
): StoredProblem[] {
  if (restrictedMs === null || nowMs - restrictedMs >= RESTRICTED_FOR_MS) return [];
  // Meta's policy team has told of it, with the reason: that is a problem of its own.
  if (policyAction === "block") return [];
  const isLifted = policyAction === "unblock" && (policyMs ?? 0) > restrictedMs;
  return isLifted || (lastSentMs ?? 0) >= restrictedMs ? [] : [{ code: "page_restricted", facts: {} }];
}

function judgeOwnership(
  { otherApps }: Pick<PageRow, "otherApps">,
  { hours, otherOwner }: Traffic,
  nowMs: number,
): StoredProblem[] {
  const lately = hours.filter(({ hour }) => (hour + 1) * HOUR_MS > nowMs - DAY_MS);
  const { events, standby } = sumOf(lately);
  const isMost = events >= LEAST_EVENTS && standby >= events * MOST_IN_STANDBY;
  const isNewest = isAllOfTheNewest(hours, nowMs);
  if (!isMost && !isNewest) return [];
  const share = isNewest ? "All" : `${Math.round((100 * standby) / events)} %`;
  const facts = { share, app: toAppName(otherOwner, otherApps ?? []) };
  return [{ code: "other_app_answers", facts }];
}

type Hours = Traffic["hours"];

/** Whether everything people wrote in this hour, or in this and the one before, came to look on. */
function isAllOfTheNewest(hours: Hours, nowMs: number): boolean {
  const thisHour = Math.floor(nowMs / HOUR_MS);
  return [thisHour, thisHour - 1].some((since) => {
    const { events, standby } = sumOf(hours.filter(({ hour }) => hour >= since));
    return events >= LEAST_IN_A_ROW && standby === events;
  });
}

function sumOf(hours: Hours): { events: number; standby: number } {
  return {
    events: hours.reduce((sum, hour) => sum + hour.events, 0),
    standby: hours.reduce((sum, hour) => sum + hour.standby, 0),
  };
}

function toAppName(appId: string | null, apps: readonly { id: string; name: string }[]): string {
  const known = appId === null ? null : toKnownApp(appId);
  if (known !== null) return META_APPS[known];
  const listed = apps.find(({ id }) => id === appId) ?? (appId === null && apps.length === 1 ? apps[0] : undefined);
  if (listed) return `the app “${listed.name}”`;
  return appId === null ? "another app" : `the app ${appId}`;
}

/** The Page is quieter than usual. Only worth telling when nothing that is known explains it. */
export function judgeSilence({ hours }: Pick<Traffic, "hours">, nowMs: number): StoredProblem[] {
  const silence = findSilence(
    hours.map(({ hour }) => hour),
    nowMs,
  );
  if (silence === null) return [];
  return [{ code: "silent", facts: { hours: inWords(silence.hours), usual: inWords(silence.usualHours) } }];
}

function inWords(hours: number): string {
  if (hours < 48) return hours === 1 ? "one hour" : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}
