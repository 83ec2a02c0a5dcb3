import type { APIResponse } from "@playwright/test";
import type { MessageList } from "../../lib/api/schemas/inbox";
import { expectAccessible } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test("who reads at the end stays there when something comes late", async ({ page, signIn, aPerson }) => {
  await signIn();
  const lotte = await aPerson("Lotte Late");
  for (let n = 1; n <= 30; n += 1) await lotte.says(`Line ${n}`, { atMs: Date.now() - (30 - n) * 600_000 });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Lotte Late").click();
  const thread = inbox.thread("Lotte Late");
  await expect(inbox.row("Lotte Late")).not.toContainText("unread");
  await expect(async () => {
    await thread.press("End");
    await expect(thread.getByText("Line 30", { exact: true })).toBeInViewport({ timeout: 200 });
    expect(await thread.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)).toBeLessThan(2);
  }).toPass({ intervals: [50] });
  for (const text of ["late", "later", "latest"]) {
    await lotte.says(text, { atMs: Date.now() - 300_000 });
    await expect(thread.getByText(text, { exact: true })).toBeInViewport();
    await expect(thread.getByText("Line 30", { exact: true })).toBeInViewport();
  }
  await lotte.says("And now");
  await expect(thread.getByText("And now", { exact: true })).toBeInViewport();
});

test("what comes late far above is pointed at, and unread until it is seen", async ({ page, signIn, aPerson }) => {
  await signIn();
  const lia = await aPerson("Lia Long");
  for (let n = 1; n <= 45; n += 1) await lia.says(`Line ${n}`, { atMs: Date.now() - (45 - n) * 600_000 });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  const row = inbox.row("Lia Long");
  await row.click();
  const thread = inbox.thread("Lia Long");
  await expect(row).not.toContainText("unread");
  await expect(async () => {
    await thread.press("End");
    await expect(thread.getByText("Line 45", { exact: true })).toBeInViewport({ timeout: 200 });
  }).toPass({ intervals: [50] });

  await lia.says("This got stuck", { atMs: Date.now() - 40.5 * 600_000 });
  const pill = page.getByRole("button", { name: "1 late message above" });
  await expect(pill).toBeVisible();
  await expect(thread.getByText("Line 45", { exact: true })).toBeInViewport();
  await expect(row).toContainText("1 unread message");
  await expectAccessible(page, "a late message");
  await pill.click();
  await expect(thread.getByText("This got stuck")).toBeInViewport();
  await expect(pill).toHaveCount(0);
  await expect(row).not.toContainText("unread");
});

test("an address leads to one message of a long thread", async ({ page, signIn, aPerson, desk, context }) => {
  await signIn();
  const dora = await aPerson("Dora Deep");
  for (let n = 1; n <= 120; n += 1) await dora.says(`Line ${n}`, { atMs: Date.now() - (120 - n) * 600_000 });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Dora Deep").click();
  await expect(page).toHaveURL(/\/inbox\/\w+/);
  await expect(inbox.row("Dora Deep")).not.toContainText("unread");
  const path = new URL(page.url()).pathname;
  const conversationId = path.split("/").at(-1);
  const messages: MessageList["messages"] = [];
  for (let cursor: string | null = null; ; ) {
    const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const answer: APIResponse = await context.request.get(
      `${desk.url}/api/conversations/${conversationId}/messages${query}`,
    );
    const body: MessageList = await answer.json();
    messages.push(...body.messages);
    cursor = body.nextCursor;
    if (cursor === null) break;
  }
  const sought = messages.find(({ text }) => text === "Line 7");
  await page.goto(`${path}?message=${sought?.id}`);
  const line = inbox.thread("Dora Deep").getByText("Line 7", { exact: true });
  await expect(line).toBeInViewport();
  await page.goto(`${path}?message=999999999`);
  await expect(page.getByText("That message is not in this conversation any more")).toBeVisible();
});
