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
  await expect(mia.getByText("You have been signed out")).toBeVisible();
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
  const link = await page.getByRole("textbox", { name: "Link for a new password" }).inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("list", { name: "Open invitations" })).toContainText("New password");

  const theirs = await anotherBrowser(browser, world.desk);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { level: 1, name: "Choose a new password" })).toBeVisible();
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

test("somebody who was deactivated by mistake is let in again with one press on what says so", async ({
  page,
  world,
  signIn,
}) => {
  const mia = await aColleague(world, { role: "agent", name: "Mia Moran", pageIds: [HARBOR_BIKES] });
  await signIn();
  await page.goto("/team");
  await page.getByRole("button", { name: "What to do with Mia Moran" }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  const deactivated = page.getByRole("list", { name: "Deactivated" });
  await expect(deactivated).toContainText("Mia Moran");
  // Whoever works without a mouse stays with the person, in the other list.
  const menu = page.getByRole("button", { name: "What to do with Mia Moran" });
  await expect(menu).toBeFocused();
  expect(await mia.client.signInWithPassword(mia.email, PASSWORD)).toBe(false);

  const told = page.getByRole("article", { name: "Mia Moran cannot come in any more" });
  await told.getByRole("button", { name: "Let in again" }).click();
  await expect(page.getByText("Mia Moran can sign in again")).toBeVisible();
  await expect(told).toHaveCount(0);
  await expect(menu).toBeFocused();
  await expect(deactivated).toHaveCount(0);
  const people = page.getByRole("list", { name: "People on this desk" });
  await expect(people.getByRole("listitem").filter({ hasText: "Mia Moran" })).toContainText("Harbor Bikes");
  expect(await mia.client.signInWithPassword(mia.email, PASSWORD)).toBe(true);
});

test("the only owner is told why their own place stays, and what to do first", async ({ page, world, signIn }) => {
  await signIn();
  await page.goto("/team");
  const people = page.getByRole("list", { name: "People on this desk" });
  const dana = people.getByRole("listitem").filter({ hasText: "Dana Demo" });
  await expect(dana).toContainText("You are the only owner, and a desk needs one. Make somebody else an owner first");
  await expect(dana.getByRole("button")).toBeDisabled();

  await aColleague(world, { role: "owner", name: "Olga Owner" });
  await page.reload();
  await expect(dana).toContainText("Nobody changes their own place. Ask another owner.");
  await expect(dana.getByRole("button")).toBeDisabled();
});

test("who may be changed by nobody here says why", async ({ page, world, signIn }) => {
  const admin = await aColleague(world, { role: "admin", name: "Ada Admin" });
  await signIn(admin.client);
  await page.goto("/team");
  const people = page.getByRole("list", { name: "People on this desk" });
  const row = (name: string) => people.getByRole("listitem").filter({ hasText: name });
  await expect(row("Dana Demo")).toContainText("Only an owner can change an owner.");
  await expect(row("Dana Demo").getByRole("button")).toBeDisabled();
  await expect(row("Ada Admin")).toContainText("Nobody changes their own place. Ask an owner or another admin.");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const owner = page.getByRole("dialog").getByRole("radio", { name: "Owner" });
  await expect(owner).toBeDisabled();
  await expect(page.getByRole("dialog")).toContainText("Only an owner can make an owner.");
});
