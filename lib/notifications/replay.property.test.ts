import fc from "fast-check";
import { expect, test } from "vitest";
import { inOrder, someArrivals, toDelivery } from "@/tests/support/generate-delivery";
import { someMoves, toStory } from "@/tests/support/generate-story";
import { generatedInbox } from "@/tests/support/generated-inbox";
import { readInboxState } from "@/tests/support/read-inbox-state";

const CASES = 1_000;
const MOST_EVENTS = 14;

test("sending everything through again changes no row, but for the time it was tried", async () => {
  const inbox = await generatedInbox();
  await fc.assert(
    fc
      .asyncProperty(someMoves(MOST_EVENTS), someArrivals(MOST_EVENTS), async (moves, arrivals) => {
        await inbox.receive(toDelivery(toStory(moves), arrivals));
        const before = inbox.dump(["interpreted_ms"]);
        inbox.replayAll({ isDryRun: false });
        expect(inbox.dump(["interpreted_ms"])).toBe(before);
      })
      .afterEach(() => inbox.clear()),
    { numRuns: CASES },
  );
}, 300_000);

test("what came before its Page was linked: a dry run changes no row, a real one makes the inbox it would have been", async () => {
  const [expected, actual] = [await generatedInbox(), await generatedInbox()];
  let changed = 0;
  await fc.assert(
    fc
      .asyncProperty(someMoves(MOST_EVENTS), someArrivals(MOST_EVENTS), async (moves, arrivals) => {
        const story = toStory(moves);
        await expected.receive(inOrder(story));
        actual.setLinked(false);
        await actual.receive(toDelivery(story, arrivals));
        actual.setLinked(true);
        const before = actual.dump();
        actual.replayAll({ isDryRun: true });
        expect(actual.dump()).toBe(before);
        actual.replayAll({ isDryRun: false });
        expect(readInboxState(actual.db)).toEqual(readInboxState(expected.db));
        if (actual.dump() !== before) changed += 1;
      })
      .afterEach(() => {
        expected.clear();
        actual.clear();
      }),
    { numRuns: CASES },
  );
  expect(changed).toBeGreaterThan(CASES / 2);
}, 300_000);
