import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "fresh" });

const ATTACKS = [
  `<img src=x onerror="alert('image')">`,
  "<script>alert('script')</script>",
  `"><svg onload=alert(1)>`,
  "{{constructor.constructor('alert(1)')()}} <%= alert(1) %>",
  "</textarea><iframe srcdoc='<script>alert(1)</script>'>",
] as const;

test("what people write is text, in their name, their messages and every payload", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const name = `<img src=x onerror=alert(1)> Mallory`;
  const mallory = await aPerson(name);
  for (const text of ATTACKS) await mallory.says(text);
  await mallory.postback(ATTACKS[0], ATTACKS[1]);
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await expect(inbox.row(name)).toBeVisible();
  await inbox.row(name).click();
  const thread = inbox.thread(name);
  for (const text of ATTACKS) await expect(thread.getByText(text, { exact: true })).toBeVisible();
  await expect(thread.getByText(`Tapped “${ATTACKS[0]}”`)).toBeVisible();
  await inbox.answer(ATTACKS[1]);
  await expect(thread.getByText("Delivered")).toBeVisible();
  await expect.poll(mallory.lastReceived).toBe(ATTACKS[1]);
  expect(await page.locator("img[src=x], svg[onload], iframe, [onerror]").count()).toBe(0);

  await page.goto("/notifications");
  const newestFirst = page.getByRole("row", { name: / messages Applied/ });
  await expect(newestFirst).toHaveCount(ATTACKS.length);
  await newestFirst
    .nth(ATTACKS.length - 2)
    .getByRole("link")
    .click();
  await expect(page.getByRole("tabpanel", { name: "Formatted" })).toContainText("<script>alert('script')<");
  await page.getByRole("tab", { name: "As received" }).click();
  await expect(page.getByRole("tabpanel", { name: "As received" })).toBeVisible();
  expect(await page.locator("img[src=x], svg[onload], iframe, [onerror]").count()).toBe(0);
});

test("only addresses of the web become links, and they open without a way back", async ({ page, signIn, aPerson }) => {
  await signIn();
  const eve = await aPerson("Eve Links");
  await eve.says("javascript:alert(1) and JaVaScRiPt://example.com/%0aalert(1)");
  await eve.says("data:text/html,<script>alert(1)</script>");
  await eve.says("Real: https://example.com/path?a=1");
  await eve.sends({
    type: "fallback",
    title: "Look here",
    payload: { url: "javascript:alert(1)", title: "Look here" },
  });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Eve Links").click();
  const thread = inbox.thread("Eve Links");
  await expect(thread.getByText("Look here")).toBeVisible();
  await expect(thread.getByText("javascript:alert(1) and")).toBeVisible();
  const link = thread.getByRole("link", { name: "https://example.com/path?a=1" });
  await expect(link).toHaveAttribute("rel", /noopener/);
  await expect(link).toHaveAttribute("target", "_blank");
  const targets = await page
    .getByRole("link")
    .evaluateAll((links) => links.map((each) => (each as HTMLAnchorElement).href));
  expect(targets.filter((href) => !/^https?:/.test(href))).toEqual([]);
});

test("every page has a policy with a nonce of its own, and allows no inline script", async ({ page, signIn }) => {
  await signIn();
  const nonces = new Set<string>();
  for (const path of ["/inbox", "/pages", "/notifications", "/errors", "/settings", "/sign-in", "/setup"]) {
    const response = await page.goto(path);
    const headers = response?.headers() ?? {};
    const policy = new Map(
      (headers["content-security-policy"] ?? "").split(";").map((part) => {
        const [name = "", ...sources] = part.trim().split(/\s+/);
        return [name, sources];
      }),
    );
    const scripts = policy.get("script-src") ?? policy.get("default-src") ?? [];
    const [nonce] = scripts.filter((source) => source.startsWith("'nonce-"));
    expect(nonce, path).toBeTruthy();
    expect(scripts, path).not.toContain("'unsafe-inline'");
    expect(scripts, path).not.toContain("'unsafe-eval'");
    expect(policy.get("object-src"), path).toEqual(["'none'"]);
    expect(policy.get("base-uri"), path).toEqual(["'none'"]);
    expect(policy.get("frame-ancestors"), path).toEqual(["'none'"]);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    nonces.add(nonce ?? "");
  }
  expect(nonces.size).toBe(7);
});

test("a script that got into the page all the same does not run", async ({ page, signIn, trouble }) => {
  trouble.expect(/Content Security Policy/);
  await signIn();
  await page.goto("/inbox");
  const ran = await page.evaluate(() => {
    const holder = document.createElement("div");
    holder.innerHTML = `<img src="data:," onerror="window.ran = true">`;
    document.body.append(holder);
    return new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", () => resolve("ran" in window), { once: true });
    });
  });
  expect(ran).toBe(false);
});
