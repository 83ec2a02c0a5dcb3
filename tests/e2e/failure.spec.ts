import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

/** Signs of typing and reading are sent to the same address: the first call is not the message. */
const EVERY_SEND = { operation: "messages", times: null } as const;
const MESSAGES_OF_A_CONVERSATION = /\/api\/conversations\/[^/]+\/messages$/;

test("a reply that Facebook refuses keeps its text, says why, and is delivered when tried again", async ({
  page,
  signIn,
  sim,
  aPerson,
}) => {
  await signIn();
  const rosa = await aPerson("Rosa Refused");
  await rosa.says("Can you help?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Rosa Refused").click();
  const thread = inbox.thread("Rosa Refused");
  sim.faults.failNext({ ...EVERY_SEND, code: 10, subcode: 2018300, message: "(#10) Thread owned elsewhere" });
  await inbox.answer("Of course.");

  await expect(thread.getByText("Not sent")).toBeVisible();
  await expect(thread.getByText("Another app has this conversation")).toBeVisible();
  await expect(thread.getByText("It is being answered elsewhere")).toBeVisible();
  await thread.getByText("Details").click();
  await expect(thread.getByText("2018300", { exact: true })).toBeVisible();
  await expect(thread.getByText("(#10) Thread owned elsewhere")).toBeVisible();
  expect(rosa.received()).toEqual([]);

  sim.faults.clear();
  await thread.getByRole("button", { name: "Retry" }).click();
  await expect(thread.getByText("Delivered")).toBeVisible();
  await expect(thread.getByText("Another app has this conversation")).toBeHidden();
  await expect(thread.getByText("Of course.")).toHaveCount(1);
  expect(rosa.received().map(({ text }) => text)).toEqual(["Of course."]);
});

test("a refusal that trying again cannot help is explained, and Retry is offered as soon as it can", async ({
  page,
  signIn,
  sim,
  aPerson,
}) => {
  await signIn();
  const lars = await aPerson("Lars Late");
  await lars.says("Hello?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Lars Late").click();
  sim.faults.failNext({ ...EVERY_SEND, code: 10, subcode: 2018278 });
  await inbox.answer("Sorry for the wait.");
  const thread = inbox.thread("Lars Late");
  await expect(thread.getByText("Too late: the 24-hour window is closed")).toBeVisible();
  await expect(thread.getByRole("button", { name: "Retry" })).toHaveCount(0);
  await expect(thread.getByRole("button", { name: "Copy text" })).toBeVisible();

  sim.faults.clear();
  await lars.says("No harm done.");
  await thread.getByRole("button", { name: "Retry" }).click();
  await expect(thread.getByText("Delivered")).toBeVisible();
  expect(lars.received().map(({ text }) => text)).toEqual(["Sorry for the wait."]);
});

test("a reply that waits to be sent can be taken back, and what was written is gone on with", async ({
  page,
  signIn,
  sim,
  aPerson,
}) => {
  await signIn();
  const cora = await aPerson("Cora Cancelled");
  await cora.says("Hello?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Cora Cancelled").click();
  const thread = inbox.thread("Cora Cancelled");
  sim.faults.failNext({ ...EVERY_SEND, code: 2 });
  await inbox.answer("It is reday.");
  await expect(thread.getByText("Queued")).toBeVisible();
  await inbox.reply.fill("Come by!");
  await thread.getByRole("button", { name: "Cancel sending" }).click();

  await expect(inbox.reply).toHaveValue("It is reday.\nCome by!");
  await expect(inbox.reply).toBeFocused();
  await expect(thread.getByText("It is reday.")).toHaveCount(0);
  sim.faults.clear();
  await inbox.answer("It is ready. Come by!");
  await expect(thread.getByText("Delivered")).toBeVisible();
  expect(cora.received().map(({ text }) => text)).toEqual(["It is ready. Come by!"]);
});

test("a reply that does not reach the desk can be tried again and is sent once", async ({
  page,
  signIn,
  aPerson,
  trouble,
}) => {
  trouble.expect(/net::ERR_FAILED/);
  await signIn();
  const nora = await aPerson("Nora Network");
  await nora.says("Hello?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Nora Network").click();
  const thread = inbox.thread("Nora Network");
  await page.route(MESSAGES_OF_A_CONVERSATION, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await inbox.answer("Hello!");
  await expect(thread.getByText("No connection to the desk")).toBeVisible();
  await expect(thread.getByText("Not sent")).toBeVisible();
  expect(nora.received()).toEqual([]);

  // It outlives a reload.
  await page.unroute(MESSAGES_OF_A_CONVERSATION);
  await page.reload();
  await expect(thread.getByText("Hello!")).toBeVisible();
  await thread.getByRole("button", { name: "Retry" }).click();
  await expect(thread.getByText("Delivered")).toBeVisible();
  await expect(thread.getByText("Hello!")).toHaveCount(1);
  expect(nora.received().map(({ text }) => text)).toEqual(["Hello!"]);
});

test("a reply whose answer was lost on the way back is neither shown nor sent twice", async ({
  page,
  signIn,
  aPerson,
  trouble,
}) => {
  trouble.expect(/net::ERR_FAILED/);
  await signIn();
  const tom = await aPerson("Tom Twice");
  await tom.says("Hello?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Tom Twice").click();
  const thread = inbox.thread("Tom Twice");
  await page.route(MESSAGES_OF_A_CONVERSATION, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort();
  });
  await inbox.answer("Only once.");
  await expect(thread.getByText("Delivered")).toBeVisible();
  await expect(thread.getByText("Only once.")).toHaveCount(1);
  await expect(thread.getByText("No connection to the desk")).toBeHidden();
  expect(tom.received()).toHaveLength(1);
});

test("an offline browser keeps several replies in order until it is back", async ({
  page,
  context,
  signIn,
  aPerson,
  trouble,
}) => {
  trouble.expect(/net::ERR_(INTERNET_DISCONNECTED|FAILED|NETWORK)/);
  await signIn();
  const olaf = await aPerson("Olaf Offline");
  await olaf.says("Hello?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Olaf Offline").click();
  const thread = inbox.thread("Olaf Offline");
  await expect(thread.getByText("Hello?")).toBeVisible();
  await context.setOffline(true);
  await inbox.answer("First.");
  await inbox.answer("Second.");
  await expect(thread.getByText("Not sent")).toHaveCount(2);
  await context.setOffline(false);
  await thread.getByRole("button", { name: "Retry" }).first().click();
  await expect.poll(() => olaf.received().length).toBe(1);
  await thread.getByRole("button", { name: "Retry" }).click();
  await expect.poll(() => olaf.received().map(({ text }) => text)).toEqual(["First.", "Second."]);
  await expect(thread.getByText("Not sent")).toHaveCount(0);
});

test("when Facebook did not answer, the reply is said to be uncertain and nothing sends it again", async ({
  page,
  signIn,
  sim,
  aPerson,
}) => {
  await signIn();
  const ulla = await aPerson("Ulla Uncertain");
  await ulla.says("Hello?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Ulla Uncertain").click();
  const thread = inbox.thread("Ulla Uncertain");
  sim.faults.failNext({ ...EVERY_SEND, reset: true });
  await inbox.answer("Are you still there?");
  await expect(thread.getByText("Not confirmed", { exact: true })).toBeVisible();
  await expect(thread.getByText("Facebook has not confirmed this")).toBeVisible();
  await sim.settled();
  expect(ulla.received()).toEqual([]);
  sim.faults.clear();
  await thread.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("then the person gets it twice")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Send again" }).click();
  await expect(thread.getByText("Delivered")).toBeVisible();
  expect(ulla.received()).toHaveLength(1);
});

test("a reply that turns out to have arrived is noted as sent by the person who knows", async ({
  page,
  signIn,
  sim,
  aPerson,
}) => {
  await signIn();
  const uwe = await aPerson("Uwe Unsure");
  await uwe.says("Hello?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Uwe Unsure").click();
  const thread = inbox.thread("Uwe Unsure");
  sim.faults.failNext({ ...EVERY_SEND, reset: true });
  await inbox.answer("I called you.");
  await expect(thread.getByRole("button", { name: "It did not arrive" })).toBeVisible();
  await thread.getByRole("button", { name: "It arrived" }).click();
  await expect(thread.getByText("Facebook has not confirmed this")).toBeHidden();
  await expect(thread.getByText("Sent", { exact: true })).toBeVisible();
  expect(uwe.received()).toEqual([]);
});
