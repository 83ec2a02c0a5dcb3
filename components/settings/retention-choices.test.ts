import { expect, test } from "vitest";
import { retentionSettings } from "@/lib/api/schemas/retention";
import { listChoices, listShortened, RETENTION_KINDS, withChoice } from "./retention-choices";

const SETTINGS = { payloadDays: 30, messageDays: null, mediaDays: 30, auditDays: 365 };

test("everything that can be chosen is taken", () => {
  for (const kind of RETENTION_KINDS) {
    for (const days of listChoices(SETTINGS, kind)) {
      expect(retentionSettings.safeParse(withChoice(SETTINGS, kind, days)).success, `${kind} ${days}`).toBe(true);
    }
  }
});

test("what was set by a program can be chosen again, in its place", () => {
  expect(listChoices({ ...SETTINGS, payloadDays: 45 }, "payloadDays")).toEqual([7, 30, 45, 90, 365, null]);
});

test("payloads are never kept for longer than the messages in them", () => {
  expect(listChoices({ ...SETTINGS, messageDays: 90 }, "payloadDays")).toEqual([7, 30, 90]);
  const long = { ...SETTINGS, payloadDays: null };
  expect(withChoice(long, "messageDays", 90)).toEqual({ ...SETTINGS, payloadDays: 90, messageDays: 90 });
  expect(listShortened(long, withChoice(long, "messageDays", 90))).toEqual(["payloadDays", "messageDays"]);
});

test("only what is kept for less long has to be asked about", () => {
  expect(listShortened(SETTINGS, { ...SETTINGS, mediaDays: 0, auditDays: null })).toEqual(["mediaDays"]);
  expect(listShortened(SETTINGS, { ...SETTINGS, payloadDays: null })).toEqual([]);
});
