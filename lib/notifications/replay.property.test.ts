import fc from "fast-check";
import { expect, test } from "vitest";
import { someArrivals, toDelivery } from "@/tests/support/generate-delivery";
import { someMoves, toStory } from "@/tests/support/generate-story";
import { generatedInbox } from "@/tests/support/generated-inbox";

const CASES = 1_000;
const MOST_EVENTS = 14;

test("a dry run of everything changes no row of any table, and a real one none but the time it was tried", async () => {
  const inbox = await generatedInbox();
  await fc.assert(
    fc
      .asyncProperty(someMoves(MOST_EVENTS), someArrivals(MOST_EVENTS), async (moves, arrivals) => {
        await inbox.receive(toDelivery(toStory(moves), arrivals));
        const before = inbox.dump();
        inbox.replayAll({ isDryRun: true });
        expect(inbox.dump()).toBe(before);
        const beforeRun = inbox.dump(["interpreted_ms"]);
        inbox.replayAll({ isDryRun: false });
        expect(inbox.dump(["interpreted_ms"])).toBe(beforeRun);
      })
      .afterEach(() => inbox.clear()),
    { numRuns: CASES },
  );
}, 300_000);
