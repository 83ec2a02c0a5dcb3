import type { APIResponse } from "@playwright/test";
import type { MessageList } from "../../lib/api/schemas/inbox";
import type { SampleKind } from "../../simulator/samples/sample-catalogue";
import { expectAccessible } from "../support/e2e-axe";
import { inboxOf, isInView, textOfRows, watchForMovement } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";
import { HARBOR_BIKES } from "../support/owned-desk";
import { postSigned } from "../support/signed-post";
import type { Desk } from "../support/start-desk";

const HARBOR = "Harbor Bikes";

/** What each kind looks like to somebody who has never seen JSON. */
const ON_MESSENGER: readonly [kind: SampleKind, title: string, shown: readonly (string | RegExp)[]][] = [
  ["message", "A quick reply", ["Green", "Tapped a quick reply"]],
  ["message", "From a click-to-Messenger ad", ["Got here from the ad “Spring sale” · spring"]],
  ["message", "About a product of the shop", ["Got here from the product 77"]],
  ["message", "An attachment of a type nobody knows", ["Attachment (hologram)"]],
  ["message", "A mid and nothing else", [/Meta does not show this message to apps/]],
  ["message", "While another app owns the thread", ["hello?", "Seen in standby: another app was answering"]],
  ["postback", "A button", ["Tapped “Talk to an agent”"]],
  ["postback", "Get Started, through an m.me link", ["Tapped “Get Started”", "Got here from the link “poster-7”"]],
  ["echo", "By the Page inbox", ["We will be right with you", "Replied in Facebook’s inbox"]],
  ["echo", "App id as text", ["Sent by another app"]],
  ["echo", "A template with buttons", ["What next?", "Talk to an agent", "Shop"]],
  ["optin", "The Send to Messenger plugin", ["Kai Kind agreed to be written to (“data-ref pass-through”)"]],
  ["optin", "A one-time notification", ["Kai Kind asked to be told once about “RESTOCK_42”"]],
  ["optin", "Marketing messages: granted", ["Kai Kind asked for notifications about “Weekly deals”"]],
  ["optin", "Marketing messages: stopped", ["Kai Kind stopped notifications about “Weekly deals”"]],
  ["optin", "Marketing messages: resumed", ["Kai Kind wants notifications about “Weekly deals” again"]],
  ["referral", "An m.me link", ["Got here from the link “poster-7”"]],
  ["referral", "The customer chat plugin", ["Got here from the chat on a website"]],
  [
    "referral",
    "A lead ad filled in; time in seconds",
    ["Kai Kind filled in the form of the ad “Resellers”", "Which city?", "Genoa"],
  ],
  ["account_linking", "Linked", ["Kai Kind linked their account"]],
  ["account_linking", "Unlinked", ["Kai Kind unlinked their account"]],
  ["pass_thread_control", "To the Page inbox", [/handed over by .* to Facebook’s inbox/, /needs a human/]],
  ["take_thread_control", "App ids as numbers", [/taken over from .* by another app \(990000000000001\)/, /ours now/]],
  ["request_thread_control", "By another app", [/asked for by another app \(990000000000001\)/, /please/]],
  ["feedback", "Stars and a comment", ["Kai Kind gave feedback", "5", "quick help"]],
  ["response_feedback", "Thumb up", ["Kai Kind gave a thumbs-up to an answer"]],
  ["response_feedback", "Thumb down", ["Kai Kind gave a thumbs-down to an answer"]],
  ["customer_information", "An address", ["Kai Kind sent a form", "Genoa", "16100"]],
  ["lead_form", "An instant form", ["Kai Kind filled in the instant form 412000000000001"]],
  [
    "order",
    "Two products, prices as text, no note",
    ["Kai Kind ordered 2 products", "Bell", "€23.00", "Total", "€272.00"],
  ],
  ["order", "A cart", ["Kai Kind ordered 1 product", "gift wrap"]],
  ["coupon", "", ["Kai Kind tapped the coupon BIKE10"]],
  ["game_play", "", ["Kai Kind played a round of a game: score 10"]],
  ["payment", "", [/Kai Kind paid in Messenger/]],
  ["checkout_update", "", [/Kai Kind changed a checkout/]],
  ["pre_checkout", "", [/Kai Kind began a checkout/]],
  ["label", "Set", ["Label “VIP” was set in Facebook’s inbox"]],
  ["label", "Taken away", ["Label “VIP” was taken off in Facebook’s inbox"]],
  ["unknown", "A property nobody knows", [/Something happened that this desk does not know/]],
  ["attachment:location", "", ["Ana's location", "44.40560, 8.94630", "Open in a map"]],
  ["attachment:fallback", "A link preview", ["Blue bike", "Shared link"]],
  ["attachment:fallback", "Something without a payload", ["Meta sent nothing that could be opened."]],
  ["attachment:reel", "", ["Our workshop", "Shared reel"]],
  ["attachment:post", "", ["Spring is here", "Shared post"]],
  ["attachment:template", "", ["Blue bike", "€249", "Bell"]],
  ["attachment:appointment_booking", "An appointment confirmed", ["Appointment confirmed", /Europe\/Rome/]],
  ["attachment:file", "", ["Open file"]],
];

const ON_INSTAGRAM: typeof ON_MESSENGER = [
  ["message", "Instagram: an answer to a story", ["Answers your story", "Lovely!"]],
  ["message", "Instagram: not shown through the API", [/Meta does not show this message to apps/]],
  ["message", "Instagram: from an ad", ["Got here from the ad “Spring sale” · spring"]],
  ["referral", "Instagram: an ig.me link", ["Got here from “IGME-SOURCE-LINK” · poster-7"]],
  ["attachment:story_mention", "", ["Mentioned you in a story"]],
  ["attachment:ephemeral", "", ["Disappearing photo or video", /Meta does not pass it on/]],
  ["attachment:share", "", ["Shared post"]],
  ["attachment:ig_post", "", ["Spring is here"]],
];

for (const [channel, samples, opening] of [
  ["Messenger", ON_MESSENGER, { kind: "message", title: "Text" }],
  ["Instagram", ON_INSTAGRAM, { kind: "message", title: "Instagram: text" }],
] as const) {
  test(`every kind of event on ${channel} is readable in its thread`, async ({ page, signIn, sim }) => {
    test.slow();
    await signIn();
    sim.addPerson({ name: "Kai Kind" });
    const someone = { person: "Kai Kind", page: HARBOR };
    await sim.sendSample({ ...opening, ...someone }, { force: true });
    await page.goto("/inbox");
    const inbox = inboxOf(page);
    const row = inbox.rows.first();
    await row.click();
    const thread = page.getByRole("log");
    await expect(thread).toBeVisible();
    const name = channel === "Messenger" ? "Kai Kind" : /Kai Kind|Person …/;
    await expect(page.getByRole("heading", { name })).toBeVisible();

    for (const [kind, title, shown] of samples) {
      const [sent] = await sim.sendSample({ kind, ...(title && { title }), ...someone }, { force: true });
      for (const text of shown) {
        await expect(thread.getByText(text).last(), `${kind}: ${sent?.title}`).toBeInViewport();
      }
    }
    for (const text of await textOfRows(thread)) {
      expect(text).not.toBe("");
      expect(text, "nothing but words").not.toMatch(/[{}]|undefined|\[object/);
    }
  });
}

const LOOKS = [
  { colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { colorScheme: "dark", viewport: { width: 1440, height: 900 } },
  { colorScheme: "light", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { colorScheme: "dark", viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
] as const;

for (const look of LOOKS) {
  test.describe(`at ${look.viewport.width} px, ${look.colorScheme}`, () => {
    // Colours in the middle of a transition belong to no theme.
    test.use({ ...look, deskState: "fresh", contextOptions: { reducedMotion: "reduce" } });

    test("all that is accessible, and fits", async ({ page, signIn, sim }) => {
      test.slow();
      await signIn();
      const person = "Kai Kind";
      sim.addPerson({ name: person });
      await page.goto("/inbox");
      const inbox = inboxOf(page);
      await expect(inbox.live).toHaveText("Live");
      await sim.sendSample({ kind: "message", person, page: HARBOR }, { force: true });
      await inbox.row(person).click();
      const thread = inbox.thread(person);
      for (const few of inGroupsOf(8, ON_MESSENGER)) {
        const samples = few.map(([kind, title]) => ({ kind, ...(title && { title }), person, page: HARBOR }));
        await sim.sendSample(samples, { force: true });
        await expect(thread.getByText(few.at(-1)?.[2][0] ?? "").last()).toBeInViewport();
        await expectAccessible(page, few.map(([kind]) => kind).join(", "));
        expect(await thread.evaluate((log) => log.scrollWidth - log.clientWidth), "px wider than its pane").toBe(0);
      }
    });
  });
}

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
  for (let n = 1; n <= 40; n += 1) await rita.says(`Line ${n}`, { atMs: Date.now() - (41 - n) * 600_000 });
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

test("who reads at the end stays there when something comes late", async ({ page, signIn, aPerson }) => {
  await signIn();
  const lars = await aPerson("Lars Late");
  for (let n = 1; n <= 30; n += 1) await lars.says(`Line ${n}`, { atMs: Date.now() - (31 - n) * 600_000 });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Lars Late").click();
  const thread = inbox.thread("Lars Late");
  await expect(inbox.row("Lars Late")).not.toContainText("unread");
  await expect(async () => {
    await thread.press("End");
    await expect(thread.getByText("Line 30", { exact: true })).toBeInViewport({ timeout: 200 });
    expect(await thread.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)).toBeLessThan(2);
  }).toPass({ intervals: [50] });
  for (const text of ["late", "later", "latest"]) {
    await lars.says(text, { atMs: Date.now() - 900_000 });
    await expect(thread.getByText(text, { exact: true })).toBeInViewport();
    await expect(thread.getByText("Line 30", { exact: true })).toBeInViewport();
  }
  await lars.says("And now");
  await expect(thread.getByText("And now", { exact: true })).toBeInViewport();
});

test("what comes late far above is pointed at, and unread until it is seen", async ({ page, signIn, aPerson }) => {
  await signIn();
  const lia = await aPerson("Lia Long");
  for (let n = 1; n <= 45; n += 1) await lia.says(`Line ${n}`, { atMs: Date.now() - (46 - n) * 600_000 });
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
  for (let n = 1; n <= 80; n += 1) await quin.says(`Line ${n}`, { atMs: Date.now() - (81 - n) * 600_000 });
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

test("an address leads to one message of a long thread", async ({ page, signIn, aPerson, desk, context }) => {
  await signIn();
  const dora = await aPerson("Dora Deep");
  for (let n = 1; n <= 120; n += 1) await dora.says(`Line ${n}`, { atMs: Date.now() - (121 - n) * 600_000 });
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

test("while another app answers, the desk looks on and says who does", async ({ page, signIn, sim }) => {
  await signIn();
  const sten = { person: "Sten Standby", page: HARBOR };
  sim.addPerson({ name: sten.person });
  await sim.sendSample({ kind: "message", title: "Text", ...sten }, { force: true });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row(sten.person).click();
  const thread = inbox.thread(sten.person);
  const note = page.getByText("At the moment Facebook’s inbox is answering.");
  await expect(thread.getByText("Are you open today?")).toBeVisible();
  await expect(note).toHaveCount(0);
  await sim.sendSample({ kind: "take_thread_control", title: "By the Page inbox", ...sten }, { force: true });
  await sim.sendSample({ kind: "message", title: "While another app owns the thread", ...sten }, { force: true });
  await expect(thread.getByText(/Seen in standby: Facebook’s inbox was answering/)).toBeVisible();
  await expect(note).toBeVisible();
  await expect(inbox.reply).toBeEnabled();
  await sim.sendSample({ kind: "message", title: "A quick reply", ...sten }, { force: true });
  await expect(note).toHaveCount(0);
});

test("a line nobody recognises leads to what Meta sent", async ({ page, signIn, sim }) => {
  await signIn();
  const pia = { person: "Pia Payload", page: HARBOR };
  sim.addPerson({ name: pia.person });
  await sim.sendSample({ kind: "message", title: "Text", ...pia }, { force: true });
  await sim.sendSample({ kind: "unknown", ...pia }, { force: true });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row(pia.person).click();
  await inbox.thread(pia.person).getByRole("link", { name: "View payload" }).last().click();
  await expect(page).toHaveURL(/\/notifications\/\d+/);
  await expect(page.getByText("hologram").first()).toBeVisible();
});

test("the list says in words what came last", async ({ page, signIn, sim, desk }) => {
  await signIn();
  const leo = { person: "Leo List", page: HARBOR };
  sim.addPerson({ name: leo.person });
  await page.goto("/inbox");
  const { row: rowOf, live } = inboxOf(page);
  const row = rowOf(leo.person);
  await expect(live).toHaveText("Live");
  for (const [sample, words] of [
    [{ kind: "message", title: "Text" }, "Are you open today?"],
    [{ kind: "order", title: "A cart" }, "Order"],
    [{ kind: "message", title: "A mid and nothing else" }, "A message that Meta does not show to apps"],
    [{ kind: "attachment:sticker" }, "Sticker"],
    [{ kind: "feedback" }, "Feedback"],
    [{ kind: "attachment:template" }, "Attachment"],
  ] as const) {
    await sim.sendSample({ ...sample, ...leo }, { force: true });
    await expect(row).toContainText(words);
  }
  const { thread } = sim.person(leo.person, HARBOR);
  await unsends(desk, { psid: thread.scopedId, mid: thread.messages.at(-1)?.mid });
  await expect(row).toContainText("Unsent message");
});

/** As Instagram tells it; the simulator's Messenger, like Meta's, keeps it to itself. */
async function unsends(desk: Desk, { psid, mid }: { psid: string; mid: string | undefined }) {
  const timestamp = Date.now();
  const item = { sender: { id: psid }, recipient: { id: HARBOR_BIKES }, timestamp, message: { mid, is_deleted: true } };
  const body = { object: "page", entry: [{ id: HARBOR_BIKES, time: timestamp, messaging: [item] }] };
  const { status } = await postSigned(`${desk.url}/api/webhook`, desk.settings.appSecret, JSON.stringify(body));
  expect(status).toBe(200);
}

function inGroupsOf<Item>(size: number, items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
