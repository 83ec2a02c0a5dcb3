import type { Browser } from "@playwright/test";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";
import { HARBOR_BIKES } from "../support/owned-desk";
import { aColleague, PASSWORD } from "../support/staff";
import type { Desk } from "../support/start-desk";

test.use({ deskState: "fresh" });

/** A browser of somebody else. */
async function anotherBrowser(browser: Browser, desk: Desk) {
  const context = await browser.newContext({ baseURL: desk.url, viewport: { width: 1360, height: 800 } });
  return context.newPage();
}

test("somebody is invited, joins with a password, sees their Page only, gets another, and is thrown out", async ({
  page,
  browser,
  desk,
  signIn,
  aPerson,
}) => {
  test.slow();
  await signIn();
  const ana = await aPerson("Ana Lima");
  const jon = await aPerson("Jon Whitaker", "Casa Verde");
  await ana.says("Do you open on Sunday?");
  await jon.says("Is the flat free?");

  await page.goto("/inbox");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Team" }).click();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "For whom" }).fill("Mia from the shop");
  await dialog.getByRole("radio", { name: "Only these" }).check();
  await expect(dialog.getByRole("button", { name: "Make link" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "Harbor Bikes" }).check();
  await dialog.getByRole("button", { name: "Make link" }).click();
  const link = await dialog.getByRole("textbox", { name: "Invitation link" }).inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  const invitations = page.getByRole("list", { name: "Open invitations" });
  await expect(invitations.getByText("Mia from the shop")).toBeVisible();

  const mia = await anotherBrowser(browser, desk);
  await mia.goto(link);
  await expect(mia.getByText("Dana Demo invites you to join as Agent.")).toBeVisible();
  await expect(mia.getByText("You will see: Harbor Bikes.")).toBeVisible();
  await expect(mia).toHaveURL(/\/join$/);
  await mia.getByText("Join with email and password instead").click();
  await mia.getByRole("textbox", { name: "Your name" }).fill("Mia Moran");
  await mia.getByRole("textbox", { name: "Email address" }).fill("mia@shop.example.test");
  await mia.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await mia.getByRole("button", { name: "Join", exact: true }).click();

  const theirs = inboxOf(mia);
  await expect(theirs.row("Ana Lima")).toBeVisible();
  await expect(theirs.live).toHaveText("Live");
  await jon.says("Hello?");
  await ana.says("Or on Monday?");
  await expect(theirs.row("Ana Lima")).toContainText("Or on Monday?");
  await expect(theirs.rows).toHaveCount(1);
  await expect(theirs.place).toContainText("1 unread conversation");

  await page.reload();
  await expect(page.getByText("No link is waiting to be used.")).toBeVisible();
  const people = page.getByRole("list", { name: "People on this desk" });
  await page.getByRole("button", { name: "What to do with Mia Moran" }).click();
  await page.getByRole("menuitem", { name: "Change role and Pages" }).click();
  await dialog.getByRole("checkbox", { name: "Harbor Bikes" }).uncheck();
  await dialog.getByRole("checkbox", { name: "Casa Verde" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(people.getByRole("listitem").filter({ hasText: "Mia Moran" })).toContainText("Casa Verde");
  await expect(theirs.row("Jon Whitaker")).toBeVisible();
  await expect(theirs.rows).toHaveCount(1);

  await page.getByRole("button", { name: "What to do with Mia Moran" }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  await expect(dialog).toContainText("They are thrown out within a second");
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(mia).toHaveURL(/\/sign-in/);
  await mia.getByRole("textbox", { name: "Email address" }).fill("mia@shop.example.test");
  await mia.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await mia.getByRole("button", { name: "Sign in" }).click();
  await expect(mia.getByText("Address or password is wrong")).toBeVisible();
  await expect(page.getByRole("list", { name: "Deactivated" }).getByText("Mia Moran")).toBeVisible();

  await page.getByRole("button", { name: "What to do with Mia Moran" }).click();
  await page.getByRole("menuitem", { name: "Let in again" }).click();
  await expect(people.getByText("Mia Moran")).toBeVisible();
  await mia.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.row("Jon Whitaker")).toBeVisible();

  await page.getByRole("link", { name: "Audit log" }).click();
  const log = page.getByRole("list", { name: "What was done" });
  const entry = (words: string) => log.getByRole("listitem").filter({ hasText: words });
  await expect(entry("Deactivated somebody")).toContainText("Mia Moran");
  await expect(entry("Changed somebody’s role or Pages")).toContainText(/before Harbor Bikes.*now Casa Verde/);
  await page.getByRole("combobox", { name: "Action" }).click();
  await page.getByPlaceholder("Find an action").fill("took an inv");
  await page.keyboard.press("Enter");
  await expect(log.getByRole("listitem")).toHaveCount(1);
  await expect(log).toContainText("Took an invitation");
  await expect(page).toHaveURL(/action=invitation\.accepted/);
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "As a table (CSV)" }).click();
  const file = await (await download).createReadStream();
  const lines = (await new Response(file as unknown as ReadableStream).text()).trim().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("invitation.accepted");
  await mia.context().close();
});

test.describe("through Facebook's dialog", () => {
  test.use({ mayOpenSimulator: true });

  test("somebody who follows a link joins with Facebook; the link then lets nobody else in", async ({
    page,
    world,
  }) => {
    const { body } = await world.client.post<{ link: string }>("/api/invitations", {
      note: "Sam",
      role: "developer",
      hasAllPages: true,
      pageIds: [],
    });
    await page.goto(body.link);
    await page.getByRole("button", { name: "Continue with Facebook" }).click();
    await page.getByRole("link", { name: "Sam Support" }).click();
    await page.getByRole("button", { name: "Continue as Sam Support" }).click();
    await expect(page.getByRole("heading", { name: "No conversations yet" })).toBeVisible();
    await page.goto("/settings");
    const account = page.getByRole("region", { name: "Your account" });
    await expect(account).toContainText("Sam Support");
    await expect(account).toContainText("Developer");
  });
});

test("somebody who forgot their password gets a link for a new one, and keeps their place", async ({
  page,
  browser,
  world,
  signIn,
}) => {
  const lou = await aColleague(world, { role: "agent", pageIds: [HARBOR_BIKES], name: "Lou Lost" });
  await signIn();
  await page.goto("/team");
  await page.getByRole("button", { name: "What to do with Lou Lost" }).click();
  await page.getByRole("menuitem", { name: "Link for a new password" }).click();
  const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("list", { name: "Open invitations" })).toContainText("New password");

  const theirs = await anotherBrowser(browser, world.desk);
  await theirs.goto(link);
  await expect(theirs.getByText(`For ${lou.email}.`)).toBeVisible();
  await theirs.getByLabel("New password").fill("yet another horse");
  await theirs.getByRole("button", { name: "Save and sign in" }).click();
  await expect(inboxOf(theirs).place).toBeVisible();
  expect((await lou.client.get("/api/me")).status).toBe(401);
  expect(await lou.client.signInWithPassword(lou.email, "yet another horse")).toBe(true);
  expect((await lou.client.get("/api/me")).body).toMatchObject({ user: { role: "agent", hasAllPages: false } });
  await theirs.context().close();
});

test("a link that was used says so, and one that is cut short too", async ({ page, world, trouble }) => {
  trouble.expect(/404 \(Not Found\) \(.*\/api\/invitations\/offer/);
  await page.goto("/join#nonsense");
  await expect(page.getByText("This link lets nobody in")).toBeVisible();
  await expect(page).toHaveURL(`${world.desk.url}/join`);
  await page.reload();
  await expect(page.getByText("This address is only half of the link")).toBeVisible();
});

test("a developer makes a key, uses it, and revokes it", async ({ page, world, signIn }) => {
  const dev = await aColleague(world, { role: "developer", name: "Devi Das" });
  await signIn(dev.client);
  await page.goto("/settings");
  await page.getByRole("link", { name: "API keys and reference" }).click();
  await expect(page.getByRole("heading", { name: "No key yet" })).toBeVisible();
  await page.getByRole("button", { name: "New key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Order system");
  await expect(dialog.getByRole("radio", { name: "Admin" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Make key" }).click();
  const key = await dialog.getByRole("textbox", { name: "API key" }).inputValue();
  await expect(dialog).toContainText(`curl -H 'Authorization: Bearer ${key}'`);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(key)).toHaveCount(0);

  const ask = () => fetch(`${world.desk.url}/api/pages`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  await page.reload();
  const row = page.getByRole("list", { name: "Keys" }).getByRole("listitem");
  await expect(row).toContainText("Last used");
  await page.getByRole("button", { name: "Revoke Order system" }).click();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("heading", { name: "No key yet" })).toBeVisible();
  expect((await ask()).status).toBe(401);
});

test("the API reference finds an operation, says who may, and has an address for it", async ({ page, signIn }) => {
  await signIn();
  await page.goto("/settings/api/reference#put-api-people-userId");
  const operation = page.locator("#put-api-people-userId");
  await expect(operation).toContainText("Owner, Admin; not with an API key");
  await page.getByRole("searchbox", { name: "Find by path or words" }).fill("audit log file");
  const found = page.locator("summary");
  await expect(found).toHaveCount(1);
  await found.click();
  const parameters = page.getByRole("table", { name: "Parameters" });
  await expect(parameters.getByRole("row", { name: /^format/ })).toContainText('"csv" | "jsonl"');
  await expect(page.getByText(/curl .*\/api\/audit-log\/export/s).last()).toBeVisible();
});

test("one sees where one is signed in, ends another session, and changes the password", async ({
  page,
  world,
  signIn,
  trouble,
}) => {
  trouble.expect(/422 \(Unprocessable Entity\) \(.*\/api\/me\/password/);
  const kim = await aColleague(world, { role: "agent", name: "Kim Karl" });
  await signIn(kim.client);
  // The same person elsewhere.
  expect(await kim.client.signInWithPassword(kim.email, PASSWORD)).toBe(true);
  const elsewhere = kim.client;
  await page.goto("/settings");
  const sessions = page.getByRole("list", { name: "Your sessions" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByRole("listitem").filter({ hasText: "This browser" })).toHaveCount(1);
  await sessions.getByRole("button", { name: /^Sign out/ }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  expect((await elsewhere.get("/api/me")).status).toBe(401);

  const change = page.getByRole("region", { name: "Password" });
  await change.getByLabel("Password now").fill("not this one");
  await change.getByLabel("New password").fill("another horse battery");
  await change.getByRole("button", { name: "Change password" }).click();
  await expect(change.getByText("This is not your password.")).toBeVisible();
  await change.getByLabel("Password now").fill(PASSWORD);
  await change.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password was changed")).toBeVisible();
  expect(await elsewhere.signInWithPassword(kim.email, PASSWORD)).toBe(false);
  expect(await elsewhere.signInWithPassword(kim.email, "another horse battery")).toBe(true);
});

test("who may be changed by nobody here says why", async ({ page, world, signIn }) => {
  const admin = await aColleague(world, { role: "admin", name: "Ada Admin" });
  await signIn(admin.client);
  await page.goto("/team");
  const people = page.getByRole("list", { name: "People on this desk" });
  const row = (name: string) => people.getByRole("listitem").filter({ hasText: name });
  await expect(row("Dana Demo")).toContainText("Only an owner can change an owner.");
  await expect(row("Dana Demo").getByRole("button")).toBeDisabled();
  await expect(row("Ada Admin")).toContainText("Nobody changes their own place.");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const owner = page.getByRole("dialog").getByRole("radio", { name: "Owner" });
  await expect(owner).toBeDisabled();
  await expect(page.getByRole("dialog")).toContainText("Only an owner can make an owner.");
});

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
