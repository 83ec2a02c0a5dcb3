import { HARBOR_BIKES, NORD_KAFFE, startOwnedDesk } from "../support/owned-desk";
import { aColleague } from "../support/staff";
import { postMessage } from "./live/post-message";
import { median } from "./median";
import { printResult } from "./print-result";

/**
 * Whether the time of an answer tells somebody who may see one Page only that what they guess is there, on another: an id
 * of another Page and one that was never given are asked for in turn.
 */
const MESSAGES = 2_000;
const ROUNDS = 600;
const WARM_UP = 50;
const NEVER_GIVEN = "99999999";

const owned = await startOwnedDesk();
try {
  for (let n = 0; n < MESSAGES; n += 1) {
    await postMessage(owned.desk, {
      pageId: HARBOR_BIKES,
      psid: "7000000000000001",
      mid: `m_${n}`,
      text: "x".repeat(200),
    });
  }
  const { conversations } = (await owned.client.get<{ conversations: { id: string }[] }>("/api/conversations")).body;
  const conversation = conversations[0]?.id as string;
  const agent = await aColleague(owned, { role: "agent", pageIds: [NORD_KAFFE] });
  const developer = await aColleague(owned, { role: "developer", pageIds: [NORD_KAFFE] });
  const guesses = [
    {
      name: "a conversation",
      client: agent.client,
      path: (id: string) => `/api/conversations/${id}`,
      id: conversation,
    },
    {
      name: "its messages",
      client: agent.client,
      path: (id: string) => `/api/conversations/${id}/messages`,
      id: conversation,
    },
    { name: "a notification", client: developer.client, path: (id: string) => `/api/notifications/${id}`, id: "1" },
    { name: "a Page", client: developer.client, path: (id: string) => `/api/pages/${id}/history`, id: HARBOR_BIKES },
  ];
  const ratios: number[] = [];
  for (const { name, client, path, id } of guesses) {
    const time = async (guess: string) => {
      const startedMs = performance.now();
      const { status } = await client.get(path(guess));
      if (status !== 404) throw new Error(`${path(guess)} was answered ${status}.`);
      return performance.now() - startedMs;
    };
    for (let n = 0; n < WARM_UP; n += 1) await time(n % 2 === 0 ? id : NEVER_GIVEN);
    const foreign: number[] = [];
    const absent: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      // Whoever comes first in a round is now the one, now the other.
      if (n % 2 === 0) foreign.push(await time(id));
      absent.push(await time(NEVER_GIVEN));
      if (n % 2 === 1) foreign.push(await time(id));
    }
    const ratio = median(foreign) / median(absent);
    ratios.push(ratio);
    printResult({
      bench: `guesses, ${name}`,
      value: ratio,
      unit: "median of another Page's / of one that was never given",
      foreignMs: median(foreign),
      absentMs: median(absent),
      toldApart: shareToldApart(foreign, absent),
    });
  }
  const furthest = Math.max(...ratios.map((ratio) => Math.max(ratio, 1 / ratio)));
  printResult({
    bench: "guesses",
    value: furthest,
    unit: "furthest ratio of medians",
    must: "value < 1.1",
    holds: furthest < 1.1,
  });
} finally {
  await owned.end();
}

/** Of pairs of one and the other, in how many the first took longer: a half says that time tells nothing. */
function shareToldApart(some: readonly number[], others: readonly number[]): number {
  const longer = some.map((one) => others.filter((other) => one > other).length);
  return longer.reduce((sum, count) => sum + count, 0) / (some.length * others.length);
}
