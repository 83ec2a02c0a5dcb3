import type { WebhookHealth } from "../../lib/api/schemas/webhook-failures";
import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { expect, test } from "../support/e2e-test";

for (const look of LOOKS) {
  test.describe(look.name, () => {
    test.use({ ...look.use, deskState: "fresh" });

    test("the inspector is accessible, and no wider than the screen", async ({ page, signIn, sim, world, aPerson }) => {
      test.slow();
      await signIn();
      const ana = await aPerson("Ana Lima");
      await ana.says("Do you open on Sunday?");
      await sim.webhooks.repeat();
      await ana.says(`Long: ${"x".repeat(300)}`, { atMs: Date.now() - 3_600_000 });
      await sim.webhooks.inject({ raw: "not JSON" });
      const item = { sender: { id: ana.psid }, recipient: { id: "200000000000999" }, timestamp: Date.now() };
      await sim.webhooks.inject({ pageId: "200000000000999", item: { ...item, message: { mid: "m_x", text: "Hi" } } });
      for (let call = 0; call < 3; call += 1) await sim.webhooks.inject({ odd: "re-encoded" });
      const look = async (name: string) => {
        await expectAccessible(page, name);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, name).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      };

      await expect
        .poll(async () => (await world.client.get<WebhookHealth>("/api/webhook-health")).body.clocks)
        .toHaveLength(1);
      await page.goto("/notifications");
      const boxes = page.getByRole("table", { name: "Notifications, newest first" }).getByRole("checkbox");
      await expect(boxes).toHaveCount(8);
      await expect(page.getByRole("region", { name: "Notifications are being lost" })).toBeVisible();
      await boxes.nth(6).check();
      await boxes.nth(7).check();
      await look("list with a selection and the banner");
      const filters = page.getByRole("button", { name: "Filters", exact: true });
      if (await filters.isVisible()) await filters.click();
      await page.getByRole("combobox", { name: "Time" }).click();
      await page.getByRole("option", { name: "Between…" }).click();
      await look("filters");
      await page.getByRole("button", { name: "Replay 2" }).click();
      await page.getByRole("button", { name: "Try it without changing anything" }).click();
      await expect(page.getByText("2 of 2")).toBeVisible();
      await look("replay");
      await page.keyboard.press("Escape");
      await page.getByRole("link", { name: "Compare" }).click();
      await expect(page.getByRole("list", { name: "Both payloads, line by line" })).toBeVisible();
      await look("comparison");

      for (const outcome of ["duplicate", "unreadable", "rejected", "applied"]) {
        await page.goto(`/notifications?outcome=${outcome}`);
        await page
          .getByRole("link", { name: /^Notification of / })
          .first()
          .click();
        await expect(page.getByRole("heading", { name: "Payload" })).toBeVisible();
        await look(`detail, ${outcome}`);
      }
      await page.getByRole("button", { name: "Send to my machine" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await look("relay");
      await page.keyboard.press("Escape");

      await page.goto("/notifications/failures");
      await expect(page.getByRole("list", { name: "Webhook failures" })).toBeVisible();
      await look("failures");
      await page.goto("/notifications/replays");
      await expect(page.getByRole("list", { name: "Newest replays" })).toBeVisible();
      await look("replays");
      await page.goto("/notifications/samples");
      await page.getByText("messaging_optins").first().click();
      await look("samples");
      await page.goto("/pages");
      await expect(page.getByRole("heading", { name: "Not linked here, but sending" })).toBeVisible();
      await look("Pages with one that is not linked");
      await page.goto("/pages/200000000000001");
      await expect(page.getByText("A proxy changes the calls of this Page")).toBeVisible();
      await look("Page with a clock");
    });
  });
}
