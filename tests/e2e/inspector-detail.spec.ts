import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e-test";
import { signature } from "../support/signed-post";

test.use({ deskState: "fresh", permissions: ["clipboard-read", "clipboard-write"] });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test("the payload is a tree to fold, walk and copy from, long numbers intact", async ({ page, signIn, sim }) => {
  await signIn();
  await sim.webhooks.inject({
    raw: '{"object":"page","entry":[{"id":"200000000000001","time":1790000000000,"messaging":[{"sender":{"id":"7000000000000009"},"recipient":{"id":"200000000000001"},"timestamp":1790000000000,"message":{"mid":"m_big","text":"caf\\u00e9","attachments":[{"type":"sticker","payload":{"sticker_id":36923926322282212345}}]}}]}]}',
  });
  await page.goto("/notifications");
  await page.getByRole("link", { name: /^Notification of / }).click();
  const tree = page.getByRole("tree", { name: "Payload" });
  const item = (name: RegExp) => tree.getByRole("treeitem", { name });
  await expect(item(/"sticker_id": 36923926322282212345/)).toBeVisible();
  await expect(item(/"text": "café"/)).toBeVisible();

  await tree.getByRole("treeitem").first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(item(/^"object"/)).toBeFocused();
  await page.keyboard.press("p");
  expect(await clipboard(page)).toBe("object");
  await page.keyboard.press("End");
  await page.keyboard.press("c");
  expect(await clipboard(page)).toBe("36923926322282212345");
  await page.keyboard.press("ArrowLeft");
  await expect(item(/^"payload"/)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(item(/sticker_id/)).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(item(/sticker_id/)).toBeVisible();

  await item(/"text": "café"/).hover();
  await item(/"text": "café"/)
    .getByRole("button", { name: "Copy path" })
    .click();
  expect(await clipboard(page)).toBe("entry[0].messaging[0].message.text");
  await page.getByRole("button", { name: "Fold all", exact: true }).click();
  await expect(tree.getByRole("treeitem")).toHaveCount(3);

  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("menuitem", { name: "Copy as curl" }).click();
  await expect(page.getByText("Put your app secret where it says YOUR_APP_SECRET.")).toBeVisible();
  const command = await clipboard(page);
  expect(command).toContain("--data-binary @-");
  expect(command).toContain("openssl dgst -sha256 -hmac 'YOUR_APP_SECRET'");
  expect(command).toContain("caf\\u00e9");
});

test("the bytes can be downloaded as they came", async ({ page, signIn, sim }) => {
  await signIn();
  await sim.webhooks.inject({ raw: "Meta had a bad day {" });
  await page.goto("/notifications");
  await page.getByRole("link", { name: /^Notification of / }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  // The name that "Copy as curl" counts on.
  expect((await coming).suggestedFilename()).toMatch(/^notification-\d+\.json$/);
  const stream = await (await coming).createReadStream();
  expect(Buffer.concat(await stream.toArray()).toString("utf8")).toBe("Meta had a bad day {");
});

test("a repetition leads to the first one", async ({ page, signIn, sim, aPerson }) => {
  await signIn();
  const ana = await aPerson("Ana Lima");
  await ana.says("Twice");
  await sim.webhooks.repeat();
  await page.goto("/notifications");
  await expect(page.getByRole("row", { name: /Applied.*came again 1 time/ })).toBeVisible();
  await page
    .getByRole("row", { name: /Duplicate/ })
    .getByRole("link")
    .click();
  await page.getByRole("link", { name: "See the first one" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Applied");
  await expect(page.getByText("came again 1 time", { exact: true })).toBeVisible();
});

test.describe("where developers may name addresses of their own network", () => {
  test.use({ deskEnv: { ALLOW_PRIVATE_TARGETS: "true" } });

  test("a notification is sent to a developer's machine, signed anew", async ({ page, signIn, aPerson, desk }) => {
    const received: { body: string; signature: string | undefined }[] = [];
    const machine = createServer(async (request, response) => {
      const chunks: Buffer[] = await request.toArray();
      const body = Buffer.concat(chunks).toString("utf8");
      received.push({ body, signature: request.headers["x-hub-signature-256"]?.toString() });
      response.end("thanks");
    });
    await new Promise<void>((resolve) => machine.listen(0, "127.0.0.1", resolve));
    const { port } = machine.address() as AddressInfo;
    await signIn();
    const ana = await aPerson("Ana Lima");
    await ana.says("For my own code.");
    await page.goto("/notifications");
    await page.getByRole("link", { name: /^Notification of / }).click();
    await page.getByRole("button", { name: "Send to my machine" }).click();
    const dialog = page.getByRole("dialog", { name: "Send it to another address" });
    await dialog.getByRole("textbox", { name: "Address" }).fill(`http://127.0.0.1:${port}/webhook`);
    await dialog.getByRole("button", { name: "Send" }).click();
    await expect(dialog.getByRole("status")).toContainText("Answered 200");
    await expect(dialog.getByRole("status")).toContainText("thanks");
    expect(received).toHaveLength(1);
    expect(received[0]?.body).toContain("For my own code.");
    expect(received[0]?.signature).toBe(signature(received[0]?.body ?? "", desk.settings.appSecret));
    machine.close();
  });
});

test("an address inside the network is refused, in words", async ({ page, signIn, aPerson, trouble }) => {
  trouble.expect(/status of 422/);
  await signIn();
  const ana = await aPerson("Ana Lima");
  await ana.says("Not there.");
  await page.goto("/notifications");
  await page.getByRole("link", { name: /^Notification of / }).click();
  await page.getByRole("button", { name: "Send to my machine" }).click();
  const dialog = page.getByRole("dialog", { name: "Send it to another address" });
  await dialog.getByRole("textbox", { name: "Address" }).fill("my-machine");
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog.getByText("Enter an address that begins with http:// or https://")).toHaveCount(1);
  await dialog.getByRole("textbox", { name: "Address" }).fill("http://127.0.0.1:9/webhook");
  await dialog.getByRole("textbox", { name: "Address" }).press("Enter");
  await expect(dialog.getByRole("alert")).toBeVisible();
});
