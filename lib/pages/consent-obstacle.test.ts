import { describe, expect, it } from "vitest";
import { findObstacle, lostObstacle, unlistedObstacle } from "./consent-obstacle";

const PAGE = "200000000000001";
const NEEDED = ["pages_messaging", "pages_manage_metadata"];

type Given = { tasks?: string[] | null; token?: string | null; missing?: string[]; covered?: string[] };

function obstacleOf({ tasks = ["MESSAGING", "MODERATE"], token = "t", missing = [], covered }: Given) {
  const coverage = new Map(covered === undefined ? [] : [["pages_messaging", new Set(covered)]]);
  return findObstacle({ account: { pageId: PAGE, token, tasks }, grants: { missing, coverage }, needed: NEEDED });
}

describe("findObstacle", () => {
  it.each<[string, Given, string, RegExp]>([
    ["a permission declined", { missing: ["pages_messaging"] }, "permission_declined", /pages_messaging/],
    ["not ticked for a permission", { covered: ["1"] }, "not_granted", /not ticked for pages_messaging\./],
    ["no token", { token: null }, "no_access", /no access/],
    ["no task for messages", { tasks: ["ADVERTISE", "MANAGE"] }, "task_missing", /messages/],
    ["no task for webhooks", { tasks: ["MESSAGING"] }, "task_missing", /webhooks/],
  ])("%s", (_, given, obstacle, reason) => {
    expect(obstacleOf(given)).toMatchObject({ obstacle, reason: expect.stringMatching(reason) });
  });

  it.each<[string, Given]>([
    ["everything is there", {}],
    ["Meta does not tell the tasks", { tasks: null }],
    ["the permission covers the Page", { covered: [PAGE] }],
    ["any one of the tasks for webhooks is enough", { tasks: ["MESSAGING", "CREATE_CONTENT"] }],
  ])("none when %s", (_, given) => {
    expect(obstacleOf(given)).toBeNull();
  });
});

it("names the declined permission that hides a Page", () => {
  expect(unlistedObstacle(["business_management"])).toMatchObject({ obstacle: "permission_declined" });
  expect(unlistedObstacle([])).toMatchObject({ obstacle: "no_access" });
  expect(lostObstacle(["pages_show_list"])).toMatchObject({ obstacle: "permission_declined" });
  expect(lostObstacle([])).toMatchObject({ obstacle: "not_granted" });
});
