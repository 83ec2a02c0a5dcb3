import type { Page } from "@playwright/test";
import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
/** A picture; what follows its end makes it another file. */
const picture = (name: string) => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.concat([Buffer.from(DOT, "base64"), Buffer.from(name)]),
});

/** Files as the clipboard or a hand brings them. */
const carried = (page: Page, name: string) =>
  page.evaluateHandle(
    ([base64, filename]) => {
      const bytes = Uint8Array.from(`${atob(base64)}${filename}`, (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], filename, { type: "image/png" }));
      return data;
    },
    [DOT, name] as const,
  );

function filesOf(page: Page) {
  const tray = page.getByRole("list", { name: "Files to send" });
  return {
    tray,
    file: (name: string) => tray.getByRole("listitem").filter({ hasText: name }),
    pick: (files: { name: string; mimeType: string; buffer: Buffer }[]) =>
      page.locator("input[type=file]").setInputFiles(files),
  };
}

test("pictures are picked, pasted and dropped, seen before they go, and arrive in order with what is said", async ({
  page,
  signIn,
  aPerson,
}) => {
  await signIn();
  const pia = await aPerson("Pia Picture");
  await pia.says("What does it look like?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  const files = filesOf(page);
  await inbox.row("Pia Picture").click();
  await files.pick([picture("front.png"), picture("wrong.png")]);
  await expect(files.file("front.png").getByRole("img")).toHaveCount(0);
  await expect(files.file("front.png")).toContainText("Ready to send");
  await files.tray.getByRole("button", { name: "Remove wrong.png" }).click();
  await expect(files.file("wrong.png")).toHaveCount(0);

  const clipboardData = await carried(page, "pasted.png");
  await inbox.reply.evaluate((field, carriedData) => {
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: carriedData, bubbles: true, cancelable: true }));
  }, clipboardData);
  const dataTransfer = await carried(page, "dropped.png");
  await page.dispatchEvent("body", "dragenter", { dataTransfer });
  const place = page.getByText("Drop files here to attach them");
  await expect(place).toBeVisible();
  await place.locator("..").dispatchEvent("drop", { dataTransfer });
  await expect(place).toHaveCount(0);
  await expect(files.tray.getByText("Ready to send")).toHaveCount(3);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const { name, use } of LOOKS) {
    await page.setViewportSize(use.viewport);
    await expectAccessible(page, `files to send, ${name}`);
  }

  await inbox.answer("Like this.");
  await expect(files.tray).toHaveCount(0);
  await expect
    .poll(() => pia.received().map(({ text, attachments }) => text ?? attachments.length))
    .toEqual([1, 1, 1, "Like this."]);
});

test("what cannot be sent is refused at once and in words; what failed on the way is tried again", async ({
  page,
  sim,
  signIn,
  aPerson,
  trouble,
}) => {
  await signIn();
  const otto = await aPerson("Otto Upload");
  await otto.says("Please send the offer.");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  const files = filesOf(page);
  await inbox.row("Otto Upload").click();
  const before = sim.graphCalls("message_attachments").length;
  await files.pick([
    { name: "setup.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ") },
    { name: "huge.png", mimeType: "image/png", buffer: Buffer.alloc(8.2 * 1024 * 1024) },
  ]);
  await expect(files.file("setup.exe")).toContainText("This kind of file cannot be sent.");
  await expect(files.file("huge.png")).toContainText("This is 8.2 MB. At most 8 MB can be sent.");
  await expect(page.getByText("Remove 2 files: they cannot be sent.")).toBeVisible();
  expect(sim.graphCalls("message_attachments")).toHaveLength(before);
  for (const name of ["setup.exe", "huge.png"]) await page.getByRole("button", { name: `Remove ${name}` }).click();

  trouble.expect(/502/);
  sim.faults.failNext({ operation: "message_attachments", code: 2, message: "Service temporarily unavailable" });
  await files.pick([{ name: "offer.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 offer") }]);
  await expect(files.file("offer.pdf")).toContainText("Facebook has a temporary problem");
  await page.getByRole("button", { name: "Try offer.pdf again" }).click();
  await expect(files.file("offer.pdf")).toContainText("Ready to send");
  await inbox.send.click();
  await expect.poll(() => otto.received().at(-1)?.attachments).toMatchObject([{ type: "file" }]);
});

test("people see that somebody types, that they were read, and a reaction; the first two can be switched off", async ({
  page,
  sim,
  signIn,
  aPerson,
}) => {
  await signIn();
  const rea = await aPerson("Rea Reaction");
  await rea.says("Thank you, it works!");
  const { thread } = sim.person("Rea Reaction", "Harbor Bikes");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Rea Reaction").click();
  await expect.poll(() => thread.seenAtMs).not.toBeNull();
  await inbox.reply.pressSequentially("You are");
  await expect.poll(() => thread.senderAction?.name).toBe("typing_on");

  const said = inbox.thread("Rea Reaction");
  await said.getByText("Thank you, it works!").hover();
  await said.getByRole("button", { name: "React" }).click();
  await page.getByRole("menuitem", { name: "React with ❤️" }).click();
  await expect(said.getByText("You reacted with ❤️")).toBeAttached();
  expect(thread.messages[0]?.reaction).toBe("❤️");
  await said.getByRole("button", { name: "React" }).click();
  await page.getByRole("menuitem", { name: "Take back ❤️" }).click();
  await expect(said.getByText("You reacted with ❤️")).toHaveCount(0);

  await page.goto("/settings");
  const read = page.getByRole("switch", { name: "Tell people when their message was read" });
  const saved = page.waitForResponse((response) => response.url().endsWith("/api/settings/sending"));
  await read.click();
  await expect(read).not.toBeChecked();
  expect((await saved).status()).toBe(200);
  await page.reload();
  await expect(read).not.toBeChecked();
  await read.click();
  await expect(read).toBeChecked();
});
