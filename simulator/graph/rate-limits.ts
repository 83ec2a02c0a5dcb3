import type { Page } from "../state/simulator-state";
import type { World } from "../world";
import { GraphError } from "./graph-error";
import { PerSecond } from "./per-second";

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;

/** `pages` refuses calls about the Page itself and lets messages through; `app` refuses all of them. */
export type RateLimitKind = "messenger" | "page" | "pages" | "app";

const REFUSALS: Record<RateLimitKind, { code: number; message: string }> = {
  messenger: {
    code: 80006,
    message: "(#80006) There have been too many messenger api calls to this Page account. Wait a bit and try again.",
  },
  pages: {
    code: 80001,
    message: "(#80001) There have been too many calls to this Page account. Wait a bit and try again.",
  },
  page: { code: 613, message: "(#613) Calls to this api have exceeded the rate limit." },
  app: { code: 4, message: "(#4) Application request limit reached" },
};

/** Calls counted per Page over a rolling day, and limits switched on by hand until a time on the virtual clock. */
export class RateLimits {
  readonly perSecond = new PerSecond();
  #calls = new Map<string, number[]>();
  #blocked = new Map<string, { kind: RateLimitKind; untilMs: number }>();

  /** Refuses the Page's calls (or, with `*`, everybody's) until then. */
  block(pageId: string, kind: RateLimitKind, untilMs: number): void {
    this.#blocked.set(pageId, { kind, untilMs });
  }

  unblock(pageId: string): void {
    this.#blocked.delete(pageId);
  }

  count(pageId: string, nowMs: number): void {
    this.#recent(pageId, nowMs).push(nowMs);
  }

  used(pageId: string, nowMs: number): number {
    return this.#recent(pageId, nowMs).length;
  }

  /** When the oldest counted call leaves the day (Unix ms). */
  regainMs(pageId: string, nowMs: number): number {
    return (this.#recent(pageId, nowMs)[0] ?? nowMs - DAY_MS) + DAY_MS;
  }

  /** The calls of the last day, in order; older ones are dropped. */
  #recent(pageId: string, nowMs: number): number[] {
    const calls = this.#calls.get(pageId) ?? [];
    const firstInside = calls.findIndex((atMs) => atMs > nowMs - DAY_MS);
    calls.splice(0, firstInside === -1 ? calls.length : firstInside);
    this.#calls.set(pageId, calls);
    return calls;
  }

  findBlock(pageId: string, nowMs: number): { kind: RateLimitKind; untilMs: number } | null {
    const block = this.#blocked.get(pageId) ?? this.#blocked.get("*");
    return block !== undefined && block.untilMs > nowMs ? block : null;
  }

  clear(): void {
    this.#calls.clear();
    this.#blocked.clear();
    this.perSecond.clear();
  }
}

/** Refuses a call about the Page itself while such calls are over the limit. @throws {GraphError} 80001 or 4 */
export function checkPageRate(world: World, page: Page): void {
  const block = world.rates.findBlock(page.id, world.clock.nowMs());
  if (block?.kind === "pages" || block?.kind === "app") throw overLimit(block.kind);
}

/**
 * Refuses a message over the limit, else counts it: calls per day, and per second 300 of text and 10 of audio and video.
 *
 * @throws {GraphError} 80006, 613 or 4
 * @see Meta docs: messenger-platform/overview/rate-limiting
 */
export function checkRate(world: World, page: Page, kind: "text" | "media" = "text"): void {
  const { textPerSecond, mediaPerSecond } = world.settings;
  const perSecond = kind === "text" ? textPerSecond : mediaPerSecond;
  const nowMs = world.clock.nowMs();
  const found = world.rates.findBlock(page.id, nowMs);
  const block = found?.kind === "pages" ? null : found;
  const limit = world.settings.callsPerDay;
  const isOver = limit !== null && world.rates.used(page.id, nowMs) >= limit;
  if (block !== null || isOver) throw overLimit(block?.kind ?? "messenger");
  if (!world.rates.perSecond.take(`${kind} ${page.id}`, perSecond, nowMs)) throw overLimit("page");
  world.rates.count(page.id, nowMs);
}

/** Refuses a look at the Page's conversations over two a second. @throws {GraphError} 613 */
export function checkLookupRate(world: World, page: Page): void {
  checkPageRate(world, page);
  const { lookupsPerSecond } = world.settings;
  if (!world.rates.perSecond.take(`lookup ${page.id}`, lookupsPerSecond, world.clock.nowMs())) throw overLimit("page");
}

function overLimit(kind: RateLimitKind): GraphError {
  const { code, message } = REFUSALS[kind];
  return new GraphError(message, { code, isTransient: code === 4 });
}

/** The usage headers of a Page's call: percent used, and minutes until calls work again. */
export function usageHeaders(world: World, pageId: string, regainMinutes?: number): Record<string, string> {
  const nowMs = world.clock.nowMs();
  const block = world.rates.findBlock(pageId, nowMs);
  const used = world.rates.used(pageId, nowMs);
  const limit = world.settings.callsPerDay ?? 200 * Math.max(1, world.state.people.size);
  const isOver = block !== null || regainMinutes !== undefined;
  const percent = isOver ? 100 : Math.min(100, Math.floor((used * 100) / limit));
  const untilMs = block?.untilMs ?? (percent === 100 ? world.rates.regainMs(pageId, nowMs) : nowMs);
  const usage = {
    type: block?.kind === "pages" ? "pages" : "messenger",
    call_count: percent,
    total_cputime: Math.floor(percent / 4),
    total_time: Math.floor(percent / 4),
    estimated_time_to_regain_access: regainMinutes ?? Math.ceil((untilMs - nowMs) / MINUTE_MS),
  };
  return { "x-business-use-case-usage": JSON.stringify({ [pageId]: [usage] }) };
}
