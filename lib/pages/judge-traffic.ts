import { toKnownApp } from "@/lib/messenger/known-apps";
import { findSilence } from "./find-silence";
import type { StoredProblem } from "./page-problems";
import type { PageRow } from "./page-queries";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const LEAST_EVENTS = 5;
const MOST_IN_STANDBY = 0.8;

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
};

const META_APPS = {
  page_inbox: "Facebook's own inbox",
  instagram_inbox: "Instagram's own inbox",
  lead_automation: "Facebook's lead automation",
} as const;

/** Another app holds the conversations, or the app may only write to people with a role. */
export function judgeTraffic(
  page: Pick<PageRow, "lastSentMs" | "otherApps">,
  traffic: Traffic,
  nowMs: number,
): StoredProblem[] {
  const { onlyRolesMs } = traffic;
  const isOnlyForRoles = onlyRolesMs !== null && nowMs - onlyRolesMs < DAY_MS && (page.lastSentMs ?? 0) < onlyRolesMs;
  return [
    ...judgeOwnership(page, traffic, nowMs),
    ...(isOnlyForRoles ? [{ code: "app_only_roles", facts: {} } as const] : []),
  ];
}

function judgeOwnership(
  { otherApps }: Pick<PageRow, "otherApps">,
  { hours, otherOwner }: Traffic,
  nowMs: number,
): StoredProblem[] {
  const lately = hours.filter(({ hour }) => (hour + 1) * HOUR_MS > nowMs - DAY_MS);
  const events = lately.reduce((sum, hour) => sum + hour.events, 0);
  const standby = lately.reduce((sum, hour) => sum + hour.standby, 0);
  if (events < LEAST_EVENTS || standby < events * MOST_IN_STANDBY) return [];
  const facts = { share: `${Math.round((100 * standby) / events)} %`, app: toAppName(otherOwner, otherApps ?? []) };
  return [{ code: "other_app_answers", facts }];
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
