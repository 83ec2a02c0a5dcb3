import { expect, it } from "vitest";
import type { PageProblem } from "@/lib/api/schemas/pages";
import { ownProblems, sharedAppProblems } from "./app-problems";

const aProblem = (code: PageProblem["code"], detail = "") =>
  ({ code, severity: "broken", detail, title: code, fix: "", since: null }) as const;
const noWebhook = aProblem("app_not_subscribed");
const deadToken = aProblem("token_invalid", "Password changed.");

it("says once what several Pages share because of the app", () => {
  const pages = [
    { id: "1", problems: [noWebhook] },
    { id: "2", problems: [noWebhook, deadToken] },
  ];
  const shared = sharedAppProblems(pages);
  expect(shared).toEqual([{ page: pages[0], problem: noWebhook }]);
  expect(pages.map((page) => ownProblems(page, shared))).toEqual([[], [deadToken]]);
});

it("leaves to the row what concerns one Page, or differs from Page to Page", () => {
  const pages = [
    { problems: [deadToken, aProblem("app_fields_missing", "message_reads")] },
    { problems: [deadToken, aProblem("app_fields_missing", "message_edits")] },
  ];
  expect(sharedAppProblems(pages)).toEqual([]);
  expect(ownProblems({ problems: [noWebhook] }, [])).toEqual([noWebhook]);
});
