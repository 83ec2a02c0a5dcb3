import { watchForTrouble } from "../support/e2e-browser-trouble";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "fresh" });

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

test("no story passes in which a page has violated its policy: every kind of it is noticed", async ({
  browser,
  desk,
  sim,
}) => {
  await using context = await browser.newContext();
  const { found } = await watchForTrouble(context, {
    deskUrl: desk.url,
    simulatorUrl: sim.url,
    mayOpenSimulator: false,
  });
  const page = await context.newPage();
  await page.goto(`${desk.url}/sign-in`);
  await page.getByRole("button", { name: "Continue with Facebook" }).waitFor();
  expect(found).toEqual([]);
  await page.evaluate(() => {
    console.error = () => {};
    const add = (tag: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    add("div", { id: "pressed", onclick: "window.ran = true" }).click();
    add("img", { src: "https://elsewhere.example.test/pixel.png" });
    add("iframe", { src: "https://elsewhere.example.test/" });
    add("object", { data: "https://elsewhere.example.test/" });
    add("base", { href: "https://elsewhere.example.test/" });
    add("link", { rel: "stylesheet", href: "https://elsewhere.example.test/x.css" });
    (add("form", { action: "https://elsewhere.example.test/", method: "post" }) as HTMLFormElement).submit();
    void fetch("https://elsewhere.example.test/").catch(() => {});
    new Worker("/worker.js");
  });
  for (const rule of [
    "script-src-attr",
    "img-src",
    "frame-src",
    "object-src",
    "base-uri",
    "style-src-elem",
    "form-action",
    "connect-src",
    "worker-src",
  ]) {
    await expect.poll(() => found.filter((what) => what.includes(`Policy: ${rule} refused`)), rule).not.toEqual([]);
  }
});
