import type { SampleKind } from "../../simulator/samples/sample-catalogue";
import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf, textOfRows } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";
import { unsends } from "../support/e2e-unsend";

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

for (const look of LOOKS) {
  test.describe(look.name, () => {
    test.use({ ...look.use, deskState: "fresh" });

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

test("while another app answers, the desk looks on and says who does", async ({ page, signIn, sim }) => {
  await signIn();
  const sten = { person: "Sten Standby", page: HARBOR };
  sim.addPerson({ name: sten.person });
  await sim.sendSample({ kind: "message", title: "Text", ...sten }, { force: true });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row(sten.person).click();
  const thread = inbox.thread(sten.person);
  const note = page.getByText("Replies are held: Facebook’s inbox is answering");
  await expect(thread.getByText("Are you open today?")).toBeVisible();
  await expect(note).toHaveCount(0);
  await sim.sendSample({ kind: "take_thread_control", title: "By the Page inbox", ...sten }, { force: true });
  await sim.sendSample({ kind: "message", title: "While another app owns the thread", ...sten }, { force: true });
  await expect(thread.getByText(/Seen in standby: Facebook’s inbox was answering/)).toBeVisible();
  await expect(note).toBeVisible();
  await expect(inbox.reply).toHaveCount(0);
  await sim.sendSample({ kind: "message", title: "A quick reply", ...sten }, { force: true });
  await expect(note).toHaveCount(0);
  await expect(inbox.reply).toBeEnabled();
});

test("what came in standby keeps the name of who answered then", async ({ page, signIn, sim }) => {
  await signIn();
  const olaf = { person: "Olaf Owner", page: HARBOR };
  sim.addPerson({ name: olaf.person });
  await sim.sendSample({ kind: "message", title: "Text", ...olaf }, { force: true });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row(olaf.person).click();
  const thread = inbox.thread(olaf.person);
  const standby = { kind: "message", title: "While another app owns the thread", ...olaf } as const;
  await sim.sendSample({ kind: "take_thread_control", title: "By the Page inbox", ...olaf }, { force: true });
  await sim.sendSample(standby, { force: true });
  await sim.sendSample({ kind: "take_thread_control", title: "App ids as numbers", ...olaf }, { force: true });
  await sim.sendSample(standby, { force: true });
  await expect(thread.getByText(/in standby: another app \(990000000000001\) was answering/)).toBeVisible();
  await expect(thread.getByText(/in standby: Facebook’s inbox was answering/)).toBeVisible();
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

function inGroupsOf<Item>(size: number, items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
