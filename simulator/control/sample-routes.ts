import { ODD_BODIES, ODD_BODY_NAMES } from "../odd-bodies/odd-bodies";
import { getSample, SAMPLE_CATALOGUE } from "../samples/sample-catalogue";
import type { SampleToSend } from "../samples/send-samples";
import { GAPS } from "../state/subscriptions";
import type { ControlRoute } from "./control-routes";
import { type ControlInput, choice, objects, optionalFlag, optionalNumber, optionalText, text } from "./read-input";

const MOST_TIMES = 100;

/** Events of every kind, and bodies that are wrong, ready to be sent. */
export const SAMPLE_ROUTES: readonly ControlRoute[] = [
  {
    method: "GET",
    path: /^\/samples$/,
    run: () => ({
      samples: SAMPLE_CATALOGUE,
      oddBodies: ODD_BODY_NAMES.map((name) => ({ name, title: ODD_BODIES[name].title })),
    }),
  },
  {
    method: "POST",
    path: /^\/samples\/send$/,
    run: async (simulator, input) => {
      const given = "samples" in input ? objects(input, "samples") : [input];
      const times = optionalNumber(input, "times");
      if (times !== undefined && !(times >= 1 && times <= MOST_TIMES)) {
        throw new Error(`"times" must be from 1 to ${MOST_TIMES}.`);
      }
      const sent = await simulator.sendSample(given.map(readSample), {
        order: choice(input, "order", ["as-is", "reverse", "shuffle"]),
        merged: optionalFlag(input, "merged"),
        times,
        extendedEscaping: optionalFlag(input, "extendedEscaping"),
        force: optionalFlag(input, "force"),
      });
      return { sent: sent.map((one) => ({ ...one, why: one.gap === null ? null : GAPS[one.gap] })) };
    },
  },
];

function readSample(input: ControlInput): SampleToSend {
  return {
    kind: getSample(text(input, "kind"), optionalText(input, "title")).kind,
    title: optionalText(input, "title"),
    person: text(input, "person"),
    page: text(input, "page"),
    atMs: optionalNumber(input, "atMs"),
    pageMid: optionalText(input, "pageMid"),
    personMid: optionalText(input, "personMid"),
  };
}
