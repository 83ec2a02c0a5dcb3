import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test("an operator answers a person who writes to the Page", async ({ page, signIn, aPerson }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  const inbox = inboxOf(page);
  await page.goto("/inbox");
  await ana.says("Do you open on Sunday?");
  await expect(inbox.row("Ana Lima")).toContainText("Do you open on Sunday?");
  await inbox.row("Ana Lima").click();
  const thread = inbox.thread("Ana Lima");
  await expect(thread.getByText("Do you open on Sunday?")).toBeVisible();

  await inbox.answer("Yes, from ten.");
  await expect(inbox.reply).toHaveValue("");
  await expect(thread.getByText("Delivered")).toBeVisible();
  expect(ana.lastReceived()).toBe("Yes, from ten.");
  expect(ana.received()).toHaveLength(1);
  await ana.reads();
  await expect(thread.getByText("Read", { exact: true })).toBeVisible();
  await expect(thread.getByText("Yes, from ten.")).toHaveCount(1);
  await expect(inbox.row("Ana Lima")).toContainText("You:Yes, from ten.");
});

test("the Send button sends too, and a talk goes back and forth without a reload", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const jon = await aPerson("Jon Whitaker");
  await jon.says("Is the blue one there?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Jon Whitaker").click();
  await inbox.reply.fill("It is.");
  await inbox.send.click();
  const thread = inbox.thread("Jon Whitaker");
  await expect(thread.getByText("Delivered")).toBeVisible();
  await jon.says("Great, I'll come by.");
  await expect(thread.getByText("Great, I'll come by.")).toBeInViewport();
  await inbox.answer("See you!");
  await expect.poll(jon.lastReceived).toBe("See you!");
});

test("Shift+Enter breaks the line", async ({ page, signIn, aPerson }) => {
  await signIn();
  const mia = await aPerson("Mia Broken");
  await mia.says("When?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Mia Broken").click();
  await inbox.reply.pressSequentially("Monday");
  await inbox.reply.press("Shift+Enter");
  await inbox.reply.pressSequentially("or Friday");
  await expect(inbox.reply).toHaveValue("Monday\nor Friday");
  expect(mia.received()).toEqual([]);
  await inbox.reply.press("Enter");
  await expect.poll(mia.lastReceived).toBe("Monday\nor Friday");
});

test("Enter that accepts a word of an input method does not send", async ({ page, context, signIn, aPerson }) => {
  await signIn();
  const minseo = await aPerson("김민서");
  await minseo.says("안녕하세요");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("김민서").click();
  await inbox.reply.focus();
  const keyboard = await context.newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "안녕", selectionStart: 2, selectionEnd: 2 });
  await expect(inbox.reply).toHaveValue("안녕");
  await page.keyboard.press("Enter");
  await keyboard.send("Input.insertText", { text: "안녕" });
  await expect(inbox.reply).toHaveValue(/^안녕\n?$/);
  expect(minseo.received()).toEqual([]);
  await inbox.reply.fill("안녕하세요!");
  await inbox.reply.press("Enter");
  await expect.poll(minseo.lastReceived).toBe("안녕하세요!");
});

test("more than 2,000 characters are counted and not sent", async ({ page, signIn, aPerson }) => {
  await signIn();
  const lena = await aPerson("Lena Long");
  await lena.says("Tell me everything.");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Lena Long").click();
  await inbox.reply.fill("x".repeat(2001));
  await expect(page.getByText("2,001 / 2,000")).toBeVisible();
  await expect(page.getByText("One character too many.")).toBeVisible();
  await expect(inbox.send).toBeDisabled();
  await inbox.reply.press("Enter");
  await expect(inbox.reply).toHaveValue("x".repeat(2001));
  await inbox.reply.press("Backspace");
  await expect(page.getByText("2,000 / 2,000")).toBeVisible();
  await inbox.reply.press("Enter");
  await expect.poll(lena.lastReceived).toBe("x".repeat(2000));
  expect(lena.received()).toHaveLength(1);
});

test("a draft survives a reload and is marked in the list", async ({ page, signIn, aPerson }) => {
  await signIn();
  const [dora, else_] = [await aPerson("Dora Draft"), await aPerson("Somebody Else")];
  await dora.says("Are you there?");
  await else_.says("Me too.");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Dora Draft").click();
  await inbox.reply.fill("We are, and we");
  await page.reload();
  await expect(inbox.reply).toHaveValue("We are, and we");
  await inbox.row("Somebody Else").click();
  await expect(inbox.thread("Somebody Else").getByText("Me too.")).toBeVisible();
  await expect(inbox.reply).toHaveValue("");
  await expect(inbox.row("Dora Draft")).toContainText("DraftWe are, and we");
  expect(dora.received()).toEqual([]);
});

test.describe("on a desk nobody has written to", () => {
  test.use({ deskState: "fresh" });

  test("unread conversations are counted in the rail and the tab's title until they are opened", async ({
    page,
    signIn,
    aPerson,
  }) => {
    await signIn();
    const [ana, jon] = [await aPerson("Ana Lima"), await aPerson("Jon Whitaker")];
    const inbox = inboxOf(page);
    await page.goto("/inbox");
    await expect(page.getByText("No conversations yet")).toBeVisible();
    await expect(page).toHaveTitle("Inbox · Pagedesk");
    await ana.says("One");
    await ana.says("Two");
    await jon.says("Three");
    await expect(inbox.row("Ana Lima")).toContainText("2 unread messages");
    await expect(inbox.place).toContainText("2 unread conversations");
    await expect(page).toHaveTitle("(2) Inbox · Pagedesk");

    await inbox.row("Ana Lima").click();
    await expect(inbox.row("Ana Lima")).not.toContainText("unread");
    await expect(inbox.place).toContainText("1 unread conversation");
    await expect(page).toHaveTitle(/^\(1\) /);
    await page.goto("/notifications");
    await expect(page).toHaveTitle("(1) Notifications · Pagedesk");
    await page.goto("/inbox");
    await inbox.row("Jon Whitaker").click();
    await expect(inbox.place).not.toContainText("unread");
    await expect(page).toHaveTitle(/^[^(]/);
    await page.reload();
    await expect(inbox.row("Ana Lima")).not.toContainText("unread");
    await expect(inbox.place).not.toContainText("unread");
  });
});

test("answers given elsewhere appear, marked with where they came from", async ({ page, signIn, sim, aPerson }) => {
  await signIn();
  const eva = await aPerson("Eva Elsewhere");
  await eva.says("Hello?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Eva Elsewhere").click();
  const thread = inbox.thread("Eva Elsewhere");
  sim.page("Harbor Bikes").inboxAnswers(eva.psid, "Written in Facebook's own inbox.");
  await expect(thread.getByText("Written in Facebook's own inbox.")).toBeVisible();
  await expect(thread.getByText("Replied in Facebook’s inbox", { exact: true })).toBeVisible();
  sim.page("Harbor Bikes").otherAppAnswers(eva.psid, "Written by a bot of somebody's.");
  await expect(thread.getByText("Written by a bot of somebody's.")).toBeVisible();
  await expect(thread.getByText("Sent by another app", { exact: true })).toBeVisible();
});

test("taps on buttons and quick replies are told as what they are", async ({ page, signIn, aPerson }) => {
  await signIn();
  const pia = await aPerson("Pia Postback");
  await pia.postback("Talk to us", "HELP");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Pia Postback").click();
  const thread = inbox.thread("Pia Postback");
  await expect(thread.getByText("Tapped “Talk to us”")).toBeVisible();
  await pia.says("Blue", { quickReplyPayload: "COLOR_BLUE" });
  await expect(thread.getByText("Blue", { exact: true })).toBeVisible();
  await expect(thread.getByText("Tapped a quick reply")).toBeVisible();
});

test("a picture is shown, and large when it is clicked", async ({ page, signIn, aPerson }) => {
  await signIn();
  const paul = await aPerson("Paul Picture");
  await paul.says("Look:");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Paul Picture").click();
  await paul.sendsImage("brake");
  const picture = inbox.thread("Paul Picture").getByRole("button", { name: "Open image" });
  await expect(picture).toBeVisible();
  const image = picture.getByRole("img", { name: "Image" });
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await expect(inbox.row("Paul Picture")).toContainText("Image");
  await picture.click();
  const large = page.getByRole("dialog", { name: "Image" });
  await expect(large.getByRole("img", { name: "Image" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(large).toBeHidden();
});
