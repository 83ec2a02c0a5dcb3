import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";
import { HARBOR_BIKES } from "../support/owned-desk";
import { aColleague } from "../support/staff";

test.use({ deskState: "fresh" });

const OF_ALL = ["/inbox", "/pages", `/pages/${HARBOR_BIKES}`, "/pages/fields", "/errors", "/settings"];
const OF_DEVELOPERS = [
  "/notifications",
  "/notifications/replays",
  "/notifications/samples",
  "/pages/app",
  "/settings/api",
];
const OF_WHO_SEES_ALL = ["/notifications/failures"];
const OF_MANAGERS = ["/team", "/team/audit"];
const EVERYWHERE = [...OF_ALL, ...OF_DEVELOPERS, ...OF_WHO_SEES_ALL, ...OF_MANAGERS];
const WALKERS = [
  { who: "an agent with one Page", role: "agent", pageIds: [HARBOR_BIKES], more: [] },
  { who: "a developer with one Page", role: "developer", pageIds: [HARBOR_BIKES], more: OF_DEVELOPERS },
  { who: "a developer", role: "developer", more: [...OF_DEVELOPERS, ...OF_WHO_SEES_ALL] },
  { who: "an admin with one Page", role: "admin", pageIds: [HARBOR_BIKES], more: OF_DEVELOPERS },
  { who: "an admin", role: "admin", more: EVERYWHERE },
] as const;

for (const { who, more, ...access } of WALKERS) {
  test(`${who} walks through their screens, which ask for nothing they may not have; others do not exist`, async ({
    page,
    world,
    signIn,
    aPerson,
  }) => {
    test.slow();
    const ana = await aPerson("Ana Lima");
    await ana.says("Do you open on Sunday?");
    const { client } = await aColleague(
      world,
      "pageIds" in access ? { ...access, pageIds: [...access.pageIds] } : access,
    );
    await signIn(client);
    const refused: string[] = [];
    page.on("response", (response) => {
      if (response.status() === 403) refused.push(`${response.request().method()} ${response.url()}`);
    });
    const theirs = EVERYWHERE.filter((path) => OF_ALL.includes(path) || more.some((each) => each === path));
    for (const path of theirs) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }).first(), path).not.toHaveText("There is nothing here");
      await expect(page.getByText("Loading…"), path).toHaveCount(0);
    }
    await page.goto("/inbox");
    await inboxOf(page).row("Ana Lima").click();
    await expect(inboxOf(page).thread("Ana Lima")).toContainText("Do you open on Sunday?");
    // Whoever answers people takes the mark away by looking; whoever only looks must not.
    await expect(inboxOf(page).place).toHaveAccessibleName(
      access.role === "developer" ? /1 unread conversation/ : "Inbox",
    );
    expect(refused).toEqual([]);
    for (const path of EVERYWHERE.filter((each) => !theirs.includes(each))) {
      expect((await client.get(path)).status, path).toBe(404);
    }
  });
}
