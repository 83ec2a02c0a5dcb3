import { inboxOf, isInView, watchForMovement } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";
import { unsends } from "../support/e2e-unsend";

const HARBOR = "Harbor Bikes";

test("a reaction, an edit and an unsend change a message where it stands, and nothing moves", async ({
  page,
  signIn,
  aPerson,
  sim,
  desk,
}) => {
  await signIn();
  const rita = await aPerson("Rita React");
  await rita.says("I will think about it", { atMs: Date.now() - 40_000_000 });
  for (let n = 1; n <= 40; n += 1) await rita.says(`Line ${n}`, { atMs: Date.now() - (40 - n) * 600_000 });
  const [first] = sim.person("Rita React", HARBOR).thread.messages;
  if (!first) throw new Error("nothing was said");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Rita React").click();
  await expect(inbox.row("Rita React")).not.toContainText("unread");
  const thread = inbox.thread("Rita React");
  await thread.hover();
  await expect(async () => {
    await page.mouse.wheel(0, -2000);
    await expect(thread.getByText("This is where the conversation begins")).toBeInViewport({ timeout: 200 });
  }).toPass({ intervals: [50] });

  await test.step("in what is being read", async () => {
    const line = thread.getByText("Line 1", { exact: true });
    await expect(line).toBeInViewport();
    const before = await line.boundingBox();
    await sim.sendSample(
      { kind: "reaction", title: "love ❤️", person: "Rita React", page: HARBOR, pageMid: first.mid },
      { force: true },
    );
    await expect(thread.getByText("Rita React reacted with love")).toBeVisible();
    expect((await line.boundingBox())?.y).toBe(before?.y);
  });

  await test.step("above what is being read", async () => {
    await expect(async () => {
      await page.mouse.wheel(0, 300);
      await expect(thread.getByText("Line 12", { exact: true })).toBeInViewport({ timeout: 200 });
    }).toPass({ intervals: [50] });
    await expect(thread.getByText("I will think about it")).not.toBeInViewport();
    const watch = await watchForMovement(thread);
    await sim.person("Rita React", HARBOR).edits("I will think about it, and about much more. ".repeat(8), first.mid);
    await sim.settled();
    await unsends(desk, { psid: rita.psid, mid: first.mid });
    expect(await watch.end(), "px that what was being read has moved").toBeLessThanOrEqual(2);
  });

  await expect(async () => {
    await page.mouse.wheel(0, -2000);
    await expect(thread.getByText("This is where the conversation begins")).toBeInViewport({ timeout: 200 });
  }).toPass({ intervals: [50] });
  await expect(thread.getByText("Rita React unsent a message")).toBeVisible();
  await expect(thread.getByText("I will think about it")).toHaveCount(0);
  await expect(thread.getByText("Rita React reacted with love")).toHaveCount(0);
});

test("an edited message tells what it said before, by keyboard too", async ({ page, signIn, aPerson }) => {
  await signIn();
  const edo = await aPerson("Edo Edit");
  await edo.says("Green");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Edo Edit").click();
  const thread = inbox.thread("Edo Edit");
  await expect(thread.getByText("Green", { exact: true })).toBeVisible();
  await edo.edits("Dark green");
  await edo.edits("Black");
  await expect(thread.getByText("Black", { exact: true })).toBeVisible();
  await expect(thread.getByText("Green", { exact: true })).toBeHidden();
  const history = thread.getByText("Edited 2 times");
  await history.focus();
  await page.keyboard.press("Enter");
  await expect(thread.getByText("Green", { exact: true })).toBeVisible();
  await expect(thread.getByText("Dark green", { exact: true })).toBeVisible();
});

test("what a message answers is a click away, until it is unsent", async ({ page, signIn, aPerson, sim, desk }) => {
  await signIn();
  const quin = await aPerson("Quin Quote");
  await quin.says("Is the blue one still there?", { atMs: Date.now() - 90 * 600_000 });
  const [asked] = sim.person("Quin Quote", HARBOR).thread.messages;
  if (!asked) throw new Error("nothing was said");
  for (let n = 1; n <= 80; n += 1) await quin.says(`Line ${n}`, { atMs: Date.now() - (80 - n) * 600_000 });
  const answer = { kind: "message", title: "An inline reply", person: "Quin Quote", page: HARBOR } as const;
  await sim.sendSample({ ...answer, pageMid: asked.mid }, { force: true });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Quin Quote").click();
  await expect(inbox.row("Quin Quote")).not.toContainText("unread");
  await page.reload();
  const thread = inbox.thread("Quin Quote");
  const quoted = thread.getByRole("button", { name: "Reply to Quin Quote" });
  await quoted.click();
  const original = thread.getByText("Is the blue one still there?", { exact: true });
  await expect.poll(() => original.isVisible().then((visible) => visible && isInView(original))).toBe(true);
  await expect(thread).toBeFocused();

  await page.getByRole("button", { name: "Jump to the latest message" }).click();
  await expect(quoted).toBeVisible();
  await unsends(desk, { psid: quin.psid, mid: asked.mid });
  await expect(thread.getByText("Reply to a message that was unsent")).toBeVisible();
  await expect(quoted).toHaveCount(0);
});
