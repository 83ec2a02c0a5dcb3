import { visit } from "../support/e2e-hostile-screens";
import { foundLiveCode, watchForLiveCode } from "../support/e2e-live-code";
import { expect, test } from "../support/e2e-test";
import { fillWithHostileColleagues, HOSTILE_OWNER, TITLES } from "../support/hostile-colleagues";
import { HOSTILE_PAGE, XSS_CORPUS } from "../support/xss-corpus";

test.use({ deskState: "fresh" });

test("names of colleagues, notes, keys and browsers are text on every screen about people", async ({
  page,
  context,
  world,
  signIn,
}) => {
  await watchForLiveCode(context);
  await signIn();
  const { joinPath } = await fillWithHostileColleagues(world);
  const emails = XSS_CORPUS.map((text, index) => `${text}@${index}.test`);

  await visit(page, { path: "/team", says: [...XSS_CORPUS, ...emails, ...TITLES, HOSTILE_PAGE, HOSTILE_OWNER] });
  const name = XSS_CORPUS[6] ?? "";
  const inList = page.getByRole("list", { name: "People on this desk" });
  await inList.getByRole("button", { name: `What to do with ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Deactivate" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(name);
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByRole("list", { name: "Deactivated" }).getByText(name, { exact: true })).toBeVisible();
  expect(await foundLiveCode(page)).toEqual([]);

  await visit(page, {
    path: "/team/audit",
    // A screen of it has the newest fifty: an invitation and a key for each text.
    says: [...TITLES.slice(-20), HOSTILE_OWNER, HOSTILE_PAGE, name],
    open: () => page.getByRole("combobox", { name: "Person" }).click(),
  });
  await visit(page, { path: "/settings/api", says: TITLES });
  await visit(page, { path: "/settings", says: [HOSTILE_OWNER, "How long things are kept"] });
  const browsers = page.getByRole("list", { name: "Your sessions" }).locator("[title]");
  const missing = async () => {
    const titles = new Set(await browsers.evaluateAll((all) => all.map((each) => each.getAttribute("title"))));
    return XSS_CORPUS.filter((text) => !titles.has(text));
  };
  await expect.poll(missing).toEqual([]);
  await visit(page, { path: "/settings/api/reference", says: [] });
  // Nothing of the desk is open any more that could miss its session.
  await page.goto("about:blank");
  await context.clearCookies();
  await visit(page, { path: joinPath, says: [HOSTILE_OWNER, HOSTILE_PAGE] });
});
