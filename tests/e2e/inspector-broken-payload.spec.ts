import Database from "better-sqlite3";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "fresh" });

/** Stands for a bug in how messages are applied: those with `word` in them cannot be written. Answers what mends it. */
function breakMessagesWith(databasePath: string, word: string): () => void {
  const db = new Database(databasePath);
  db.exec(`CREATE TRIGGER broken BEFORE INSERT ON messages WHEN NEW.text LIKE '%${word}%'
    BEGIN SELECT RAISE(ABORT, 'cannot read property of undefined'); END`);
  return () => {
    db.exec("DROP TRIGGER broken");
    db.close();
  };
}

test("a broken payload is followed from the banner through the inspector to a successful replay", async ({
  page,
  signIn,
  aPerson,
  sim,
  desk,
}) => {
  await signIn();
  const mend = breakMessagesWith(desk.databasePath, "cursed");
  const ana = await aPerson("Ana Lima");
  await page.goto("/inbox");
  await ana.says("This one is cursed.");
  await ana.says("This one is fine.");
  const inbox = inboxOf(page);
  await inbox.row("Ana Lima").click();
  const thread = inbox.thread("Ana Lima");
  await expect(thread.getByText("This one is fine.")).toBeVisible();
  await expect(thread.getByText("This one is cursed.")).toHaveCount(0);

  // Somebody puts a proxy in front of the desk that writes every body anew: Facebook's calls are refused from now on.
  for (let call = 0; call < 3; call += 1) await sim.webhooks.inject({ odd: "re-encoded" });
  const banner = page.getByRole("region", { name: "Notifications are being lost" });
  await expect(banner).toContainText("Harbor Bikes: Facebook’s calls are refused since");
  await expect(banner).toContainText("unsubscribes the Page at");
  await banner.getByRole("link", { name: "See what failed" }).click();

  const failures = page.getByRole("list", { name: "Webhook failures" }).getByRole("listitem");
  await expect(failures.filter({ hasText: "Signature refused" })).toContainText("3 times");
  const notApplied = failures.filter({ hasText: "Not applied" });
  await expect(notApplied).toContainText("could not be applied to the inbox");
  await notApplied.getByRole("link", { name: "Look at one" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Failed");
  const events = page.getByRole("list", { name: "Events in this notification" });
  await expect(events).toContainText("cannot read property of undefined");
  await expect(page.getByRole("treeitem", { name: /"text": "This one is cursed\."/ })).toBeVisible();

  mend();
  await page.getByRole("button", { name: "Replay", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Replay this notification" });
  await expect(dialog.getByText("A replay would change what became of 1 event")).toBeVisible();
  await dialog.getByRole("button", { name: "Replay now" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Applied");
  await events.getByRole("link", { name: "Open message" }).click();
  await expect(thread.getByText("This one is cursed.")).toHaveCount(1);

  // A call that is right again ends the banner.
  await ana.says("And now?");
  await expect(thread.getByText("And now?")).toBeVisible();
  await expect(banner).toBeHidden();
});

test("everything that failed since a moment is replayed at once", async ({ page, signIn, aPerson, desk }) => {
  await signIn();
  const mend = breakMessagesWith(desk.databasePath, "cursed");
  const ana = await aPerson("Ana Lima");
  for (const text of ["cursed one", "fine", "cursed two"]) await ana.says(text);
  await page.goto("/notifications?problems=true");
  await expect(page.getByRole("row", { name: /Failed/ })).toHaveCount(2);
  await page.getByRole("button", { name: "Replay failed…" }).click();
  const dialog = page.getByRole("dialog", { name: "Replay all that failed" });
  await dialog.getByRole("button", { name: "Try it without changing anything" }).click();
  await expect(dialog.getByRole("status")).toContainText("2 would still fail");
  mend();
  await dialog.getByRole("button", { name: "Back" }).click();
  await dialog.getByRole("button", { name: "Try it without changing anything" }).click();
  await expect(dialog.getByRole("status")).toContainText("2 notifications would change");
  await dialog.getByRole("button", { name: "Replay 2 notifications" }).click();
  await expect(dialog.getByRole("status")).toContainText("2 notifications changed");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
});
