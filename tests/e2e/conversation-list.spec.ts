import { inboxOf } from "../support/e2e-inbox";
import type { Person } from "../support/e2e-person";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "fresh" });

test("the newest conversation stands first, and moves there live", async ({ page, signIn, aPerson }) => {
  await signIn();
  const [ana, jon, lucia] = [await aPerson("Ana Lima"), await aPerson("Jon Whitaker"), await aPerson("Lucía Ortega")];
  await ana.says("I was first.");
  await jon.says("I was second.");
  await lucia.says("I was third.");
  await page.goto("/inbox");
  const { rows } = inboxOf(page);
  await expect(rows).toContainText(["Lucía Ortega", "Jon Whitaker", "Ana Lima"]);
  await ana.says("And now I am last.");
  await expect(rows).toContainText(["Ana Lima", "Lucía Ortega", "Jon Whitaker"]);
  await expect(rows.first()).toContainText("And now I am last.");
});

test("under the pointer nothing moves until it is asked to", async ({ page, signIn, aPerson }) => {
  await signIn();
  const [ana, jon] = [await aPerson("Ana Lima"), await aPerson("Jon Whitaker")];
  await ana.says("I was first.");
  await jon.says("I was second.");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await expect(inbox.rows).toContainText(["Jon Whitaker", "Ana Lima"]);
  await inbox.row("Ana Lima").hover();
  await ana.says("Look at me.");
  await expect(inbox.row("Ana Lima")).toContainText("Look at me.");
  await expect(inbox.rows).toContainText(["Jon Whitaker", "Ana Lima"]);
  await page.getByRole("button", { name: "1 new" }).click();
  await expect(inbox.rows).toContainText(["Ana Lima", "Jon Whitaker"]);
});

test("the list can be narrowed to a Page and to what is unread, and a reload keeps it", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const ana = await aPerson("Ana Lima", "Harbor Bikes");
  const lucia = await aPerson("Lucía Ortega", "Casa Verde");
  const marco = await aPerson("Marco Verde", "Casa Verde");
  await ana.says("Bikes?");
  await lucia.says("Olives?");
  await marco.says("Plants?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await expect(inbox.rows).toHaveCount(3);

  await page.getByLabel("Page: All Pages").click();
  await page.getByRole("option", { name: "Casa Verde" }).click();
  await expect(inbox.rows).toContainText(["Marco Verde", "Lucía Ortega"]);
  await expect(page).toHaveURL(/pageId=200000000000002/);
  await inbox.row("Marco Verde").click();
  await expect(inbox.thread("Marco Verde").getByText("Plants?")).toBeVisible();
  await page.getByRole("tab", { name: "Unread" }).click();
  await expect(page).toHaveURL(/unread=true/);
  await page.reload();
  await expect(page.getByRole("tab", { name: "Unread" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByLabel("Page: Casa Verde")).toBeVisible();
  await expect(inbox.row("Lucía Ortega")).toBeVisible();
  await expect(inbox.row("Ana Lima")).toHaveCount(0);

  await ana.says("Nobody looks at Harbor Bikes now.");
  await lucia.says("Olives!");
  await expect(inbox.row("Lucía Ortega")).toContainText("Olives!");
  await expect(inbox.row("Ana Lima")).toHaveCount(0);
});

test("an empty list says why, and how to see more", async ({ page, signIn, aPerson }) => {
  await signIn();
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { name: "No conversations yet" })).toBeVisible();
  await page.getByRole("tab", { name: "Unread" }).click();
  await expect(page.getByRole("heading", { name: "Nothing unread" })).toBeVisible();
  await page.getByRole("button", { name: "Show all conversations" }).click();
  await expect(page.getByRole("heading", { name: "No conversations yet" })).toBeVisible();

  const ana = await aPerson("Ana Lima");
  await ana.says("Hello?");
  await page.goto("/inbox?pageId=200000000000003");
  await expect(page.getByRole("heading", { name: "No conversations on this Page yet" })).toBeVisible();
  await page.getByRole("button", { name: "Show all Pages" }).click();
  await expect(inboxOf(page).row("Ana Lima")).toBeVisible();
});

test("an address of no conversation says so and leads back", async ({ page, signIn, trouble }) => {
  trouble.expect(/status of 404/);
  await signIn();
  await page.goto("/inbox/987654");
  await expect(page.getByRole("heading", { name: "This conversation is not here" })).toBeVisible();
  await page.getByRole("button", { name: "Back to the inbox" }).click();
  await expect(page).toHaveURL(/\/inbox$/);
});

test("a hundred and twenty conversations load as one scrolls", async ({ page, signIn, aPerson }) => {
  await signIn();
  const people: Person[] = [];
  for (let n = 1; n <= 120; n += 1) people.push(await aPerson(`Person Number ${String(n).padStart(3, "0")}`));
  for (const [n, person] of people.entries()) await person.says(`Message ${n + 1}`);
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await expect(inbox.rows.first()).toContainText("Person Number 120");
  await expect(inbox.row("Person Number 001")).toHaveCount(0);

  await inbox.rows.first().hover();
  await expect(async () => {
    await page.mouse.wheel(0, 1500);
    await expect(inbox.row("Person Number 001")).toBeInViewport({ timeout: 200 });
  }).toPass({ intervals: [50] });
  await expect(inbox.list.getByRole("listitem").last()).toHaveAttribute("aria-setsize", "120");
  await expect(inbox.list.getByRole("listitem").last()).toHaveAttribute("aria-posinset", "120");

  // Coming back from a conversation, the list stands where it was left.
  await inbox.row("Person Number 003").click();
  await expect(inbox.thread("Person Number 003").getByText("Message 3", { exact: true })).toBeVisible();
  await expect(inbox.row("Person Number 003")).toBeInViewport();
  await expect(inbox.row("Person Number 003")).toHaveAttribute("aria-current", "true");
});
