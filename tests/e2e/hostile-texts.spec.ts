import type { Page } from "@playwright/test";
import { expectOnlyText, type Screen, visit, visitWideAndNarrow } from "../support/e2e-hostile-screens";
import { inboxOf } from "../support/e2e-inbox";
import { foundLiveCode, watchForLiveCode } from "../support/e2e-live-code";
import { expect, test } from "../support/e2e-test";
import { fillWithHostileTexts, TEXTS_A_THREAD } from "../support/hostile-world";
import { HARBOR_BIKES } from "../support/owned-desk";
import { aColleague } from "../support/staff";
import { EVERYTHING, HOSTILE_PAGE, XSS_CORPUS } from "../support/xss-corpus";

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** What is attached to a message, and where it came from, each with its text. */
const toShownInThread = (text: string) =>
  ["Card", "Line", "Button", "Link", "File", "Place", "Ad", "Tapped “"].map((name) => `${name} ${text}`);

const showTab = (name: string) => (page: Page) => page.getByRole("tab", { name }).click();

test.describe("on a desk of its own", () => {
  test.use({ deskState: "unlinked" });

  test("whatever strangers, Pages, Meta and colleagues write is text on every screen", async ({
    page,
    context,
    world,
    signIn,
  }) => {
    test.setTimeout(240_000);
    await watchForLiveCode(context);
    await signIn();
    const { conversations, notifications, user, refusals } = await fillWithHostileTexts(world);
    const largest = notifications.toSorted((one, other) => other.sizeBytes - one.sizeBytes);
    const idOf = (outcome: string) => largest.find((each) => each.outcome === outcome)?.id ?? "";
    // The newest whose text is the same for whom addresses are masked.
    const isPlain = (field: string) => XSS_CORPUS.includes(field) && !field.includes("@");
    const entry = notifications.find(({ fields }) => fields.some(isPlain));
    const entryId = entry?.id;
    const said = entry?.fields.find(isPlain) ?? "";

    const differing: Screen[] = [
      { path: "/inbox", says: conversations.map(({ name }) => name) },
      { path: "/notifications", says: [said] },
      { path: `/notifications/${entryId}`, says: [inJson(said)], open: showTab("As received") },
      { path: "/errors?view=list", says: refusals },
      { path: "/pages", says: [EVERYTHING, HOSTILE_PAGE] },
      { path: `/pages/${HARBOR_BIKES}/templates`, says: XSS_CORPUS },
      { path: `/pages/${HARBOR_BIKES}/one-time`, says: XSS_CORPUS },
      { path: "/pages/fields", says: [EVERYTHING, HOSTILE_PAGE] },
    ];
    const others: Screen[] = [
      { path: `/notifications/${idOf("unreadable")}`, says: [EVERYTHING], open: showTab("As received") },
      {
        path: `/notifications/${idOf("rejected")}`,
        says: [inJson(EVERYTHING.slice(0, 1_000))],
        open: showTab("As received"),
      },
      { path: `/notifications/${idOf("rejected")}`, says: ["user-agent"], open: showTab("Headers") },
      { path: `/notifications/${entryId}`, says: ["changes"], open: showTab("Formatted") },
      {
        path: `/notifications/compare?a=${entryId}&b=${idOf("unreadable")}`,
        says: [EVERYTHING.slice(0, 500), inJson(said)],
      },
      { path: `/notifications?q=${encodeURIComponent(said)}&psid=${encodeURIComponent(said)}`, says: [] },
      { path: "/notifications/replays", says: [user] },
      { path: "/notifications/failures", says: ["Signature refused", "Unreadable"] },
      { path: "/errors", says: [HOSTILE_PAGE] },
      { path: `/pages/${HARBOR_BIKES}`, says: [HOSTILE_PAGE] },
      { path: "/pages/connect", says: [] },
      { path: "/settings", says: XSS_CORPUS },
      { path: "/privacy", says: XSS_CORPUS },
    ];

    for (const screen of differing) await visitWideAndNarrow(page, screen);
    for (const screen of others) await visit(page, screen);

    await page.goto("/inbox");
    const list = page.getByRole("list", { name: "Conversations" });
    for (let index = 0; index < conversations.length; index += TEXTS_A_THREAD) {
      const id = conversations[index]?.id;
      await list.locator(`a[href^="/inbox/${id}?"], a[href="/inbox/${id}"]`).click();
      const texts = conversations.slice(index, index + TEXTS_A_THREAD).map(({ text }) => text);
      const says = [...texts.flatMap(toShownInThread), `Edited ${texts.join(" | ")}`];
      await expectOnlyText(page, says, `/inbox/${id}`, "[role=log]");
    }

    const { id, name = "", text = "" } = conversations[TEXTS_A_THREAD] ?? {};
    const developer = await aColleague(world, { role: "developer" });
    await signIn(developer.client);
    await visit(page, { path: `/inbox/${id}`, says: [name, text] });
    await visit(page, { path: `/notifications/${entryId}`, says: [inJson(said)], open: showTab("As received") });
    const agent = await aColleague(world, { role: "agent" });
    await signIn(agent.client);
    await visit(page, { path: `/inbox/${id}`, says: [name, text] });
    expect((await page.request.get(`/notifications/${entryId}`)).status()).toBe(404);
  });
});

test("what stands in an address is text, or nothing, on every door and every page that is not there", async ({
  page,
  context,
  signIn,
  trouble,
}) => {
  trouble.expect(/status of 404/);
  await watchForLiveCode(context);
  const text = encodeURIComponent(`${XSS_CORPUS[6]}`);
  for (const path of [
    `/sign-in?callbackUrl=${text}&error=${text}`,
    `/setup?token=${text}&error=${text}`,
    `/not-invited?error=${text}`,
    `/data-deletion?code=${text}`,
  ]) {
    await visit(page, { path, says: ["Pagedesk"] });
  }
  await signIn();
  for (const path of [
    `/inbox/${text}`,
    `/pages/${text}`,
    `/notifications/${text}`,
    `/${text}`,
    `/inbox?pageId=${text}`,
    `/errors?cause=${text}`,
  ]) {
    await visit(page, { path, says: [] });
  }
});

test("an address becomes a link when it is of the web, and opens without a way back", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const eve = await aPerson("Eve Links");
  await eve.says("javascript:alert(1) and JaVaScRiPt://example.com/%0aalert(1), or https://example.com/path?a=1");
  await page.goto("/inbox");
  await inboxOf(page).row("Eve Links").click();
  const links = page.getByRole("log").locator("a[target=_blank]");
  await expect(links).toHaveText(["https://example.com/path?a=1"]);
  await expect(links).toHaveAttribute("rel", /noopener/);
  // What is answered goes out as it was written, too.
  const answer = `${XSS_CORPUS[0]} {{7*7}} {name}`;
  await inboxOf(page).answer(answer);
  await expect.poll(eve.lastReceived).toBe(answer);
});

test("the watch for live code sees it", async ({ page, context, signIn, trouble }) => {
  trouble.expect(/./);
  await watchForLiveCode(context);
  await signIn();
  await page.goto("/settings");
  expect(await foundLiveCode(page)).toEqual([]);
  await page.evaluate(() => {
    const holder = document.createElement("div");
    holder.innerHTML = `<a href=javascript:xss()>x</a><a href=https://evil.example.test>x</a><img src=x onerror=xss()>
      <iframe></iframe><form action=data:,x></form><script>xss()</script><i style="background:url(//evil)"></i>`;
    document.body.append(holder);
  });
  await expect.poll(() => foundLiveCode(page)).toHaveLength(7);
});
