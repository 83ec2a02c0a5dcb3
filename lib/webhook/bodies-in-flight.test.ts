import { expect, test } from "vitest";
import { BodiesInFlight } from "./bodies-in-flight";

function inFlight(limits: { bodies: number; bytes: number }) {
  const bodies = new BodiesInFlight(limits);
  const ended: string[] = [];
  return { bodies, ended, begin: (name: string, isBare = false) => bodies.begin(isBare, () => ended.push(name)) };
}

test("of too many the oldest goes, and those without a signature before all others", () => {
  const { bodies, ended, begin } = inFlight({ bodies: 3, bytes: 10_000 });
  for (const name of ["signed 1", "signed 2"]) begin(name);
  for (const name of ["bare 1", "bare 2"]) begin(name, true);
  expect(ended).toEqual(["bare 1"]);
  begin("signed 3");
  begin("signed 4");
  expect(ended).toEqual(["bare 1", "bare 2", "signed 1"]);
  expect(bodies.count).toBe(3);
});

test("bytes are counted together, and what came whole, or was ended, makes room", () => {
  const { bodies, ended, begin } = inFlight({ bodies: 100, bytes: 10_000 });
  const first = begin("first");
  const second = begin("second");
  first.grow(4_000);
  second.grow(4_000);
  second.finish();
  second.finish();
  const third = begin("third");
  third.grow(4_000);
  expect(ended).toEqual([]);
  third.grow(2_000);
  expect(ended).toEqual(["first"]);
  first.grow(9_000);
  expect(bodies.bytes).toBeLessThan(7_000);
});

test("a byte at a time is not for nothing", () => {
  const { ended, begin } = inFlight({ bodies: 100, bytes: 10_000 });
  const slow = begin("slow");
  for (let sent = 0; sent < 100; sent += 1) slow.grow(1);
  expect(ended).toEqual(["slow"]);
});

test("a body larger than all the room there is ends itself", () => {
  const { bodies, ended, begin } = inFlight({ bodies: 100, bytes: 10_000 });
  begin("huge").grow(20_000);
  expect(ended).toEqual(["huge"]);
  expect([bodies.count, bodies.bytes]).toEqual([0, 0]);
});
