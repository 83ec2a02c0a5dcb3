import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type LiveSource, openLiveConnection } from "./live-connection";
import type { LiveEvent } from "./live-event";

class FakeSource implements LiveSource {
  readyState = 0;
  private listeners = new Map<string, ((event: { data?: string }) => void)[]>();

  addEventListener(type: string, listener: (event: { data?: string }) => void) {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }
  say(type: string, data?: string) {
    for (const listener of this.listeners.get(type) ?? []) listener({ data });
  }
  holds() {
    this.readyState = 1;
    this.say("open");
  }
  drops() {
    this.readyState = 0;
    this.say("error");
  }
  isRefused() {
    this.readyState = 2;
    this.say("error");
  }
  close() {
    this.readyState = 2;
  }
}

function start() {
  const sources: FakeSource[] = [];
  const seen = { events: [] as LiveEvent[], statuses: [] as string[], stale: 0, refused: 0 };
  const connection = openLiveConnection({
    openSource: () => {
      const source = new FakeSource();
      sources.push(source);
      return source;
    },
    onEvent: (event) => seen.events.push(event),
    onStatus: (status) => seen.statuses.push(status),
    onStale: () => {
      seen.stale += 1;
    },
    onRefused: () => {
      seen.refused += 1;
    },
    random: () => 0.5,
  });
  return { connection, seen, sources, source: () => sources.at(-1) as FakeSource };
}

describe("the live connection", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("hands on what the stream says, and drops what is not an object", () => {
    const { seen, source } = start();
    source().holds();
    source().say("page.updated", '{"pageId":"1"}');
    source().say("page.updated", "not json");
    source().say("page.updated", "7");
    expect(seen.events).toEqual([{ name: "page.updated", data: { pageId: "1" } }]);
    expect(seen.statuses).toEqual(["live"]);
  });

  test("leaves a dropped connection to the browser, which resumes without a gap", () => {
    const { seen, sources, source } = start();
    source().holds();
    source().drops();
    source().holds();
    expect(seen).toMatchObject({ statuses: ["live", "reconnecting", "live"], stale: 0 });
    expect(sources).toHaveLength(1);
  });

  test("says at once that the server gave no stream, since whoever asks may have been shut out", () => {
    const { seen, source } = start();
    source().holds();
    source().drops();
    expect(seen.refused).toBe(0);
    source().isRefused();
    expect(seen.refused).toBe(1);
  });

  test("opens a new one, later and later, when the browser gave up, and fetches again once it holds", () => {
    const { seen, sources, source } = start();
    source().isRefused();
    vi.advanceTimersByTime(1_000);
    expect(sources).toHaveLength(2);
    source().isRefused();
    vi.advanceTimersByTime(1_999);
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sources).toHaveLength(3);
    source().holds();
    expect(seen).toMatchObject({ statuses: ["live"], stale: 1 });
  });

  test("polls while the stream stays away, and stops when it is back", () => {
    const { seen, source } = start();
    source().holds();
    source().drops();
    vi.advanceTimersByTime(10_000);
    expect(seen.statuses.at(-1)).toBe("polling");
    vi.advanceTimersByTime(20_000);
    expect(seen.stale).toBe(3);
    source().holds();
    vi.advanceTimersByTime(60_000);
    expect(seen).toMatchObject({ stale: 3, statuses: ["live", "reconnecting", "polling", "live"] });
  });

  test("polls too when the stream never came", () => {
    const { seen, source } = start();
    source().isRefused();
    vi.advanceTimersByTime(10_000);
    expect(seen.statuses).toEqual(["polling"]);
  });

  test("starts over after the machine slept", () => {
    const { seen, sources, source } = start();
    source().holds();
    vi.setSystemTime(Date.now() + 600_000);
    vi.advanceTimersByTime(15_000);
    expect(sources).toHaveLength(2);
    expect(sources[0]?.readyState).toBe(2);
    source().holds();
    expect(seen.stale).toBe(1);
  });

  test("tries at once when the network is back, and leaves a stream that holds alone", () => {
    const { connection, sources, source } = start();
    source().isRefused();
    connection.hurry();
    expect(sources).toHaveLength(2);
    source().holds();
    connection.hurry();
    expect(sources).toHaveLength(2);
  });

  test("says nothing more once closed, and may be closed twice", () => {
    const { connection, seen, sources, source } = start();
    source().isRefused();
    connection.close();
    connection.close();
    connection.hurry();
    source().say("page.updated", "{}");
    vi.advanceTimersByTime(120_000);
    expect(sources).toHaveLength(1);
    expect(seen).toMatchObject({ events: [], stale: 0 });
  });
});
