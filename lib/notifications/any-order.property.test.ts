import fc from "fast-check";
import { expect, test } from "vitest";
import { FIELD_OF_KIND } from "@/lib/messenger/messaging-event";
import { Tried } from "@/tests/support/count-tried";
import { inOrder, someArrivals, toDelivery } from "@/tests/support/generate-delivery";
import { someMoves, toStory } from "@/tests/support/generate-story";
import { generatedInbox } from "@/tests/support/generated-inbox";
import { readInboxState } from "@/tests/support/read-inbox-state";

const CASES = 10_000;
const MOST_EVENTS = 14;

test("events in any order, repeated, batched otherwise and at once: the inbox of each once, in order", async () => {
  const [expected, actual] = [await generatedInbox(), await generatedInbox()];
  const tried = new Tried();
  await fc.assert(
    fc
      .asyncProperty(someMoves(MOST_EVENTS), someArrivals(MOST_EVENTS), async (moves, arrivals) => {
        const story = toStory(moves);
        const delivery = toDelivery(story, arrivals);
        await expected.receive(inOrder(story));
        await actual.receive(delivery);
        const [wanted, found] = [readInboxState(expected.db), readInboxState(actual.db)];
        // `toEqual` takes longer than all the rest, and is wanted for its words only.
        if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
        expect(found.failed).toEqual([]);
        tried.countEvents(actual.db);
        tried.countFirst(delivery.arriving);
      })
      .afterEach(() => {
        expected.clear();
        actual.clear();
      }),
    { numRuns: CASES },
  );
  const wanted = [
    ...Object.keys(FIELD_OF_KIND),
    ...["applied", "recorded", "not_recognised", "duplicate"],
    ...["edit", "reaction", "unsend", "delivery", "read"].map((answer) => `${answer} first`),
  ];
  for (const what of wanted) expect(tried.of(what), what).toBeGreaterThan(50);
}, 300_000);
