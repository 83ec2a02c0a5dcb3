import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

test.use({ deskState: "fresh", mayOpenSimulator: true, contextOptions: { reducedMotion: "reduce" } });

test("a customer writes on the simulator's phone, the desk shows it and answers", async ({
  page,
  context,
  sim,
  signIn,
}) => {
  await signIn();
  const inbox = inboxOf(page);
  await page.goto("/inbox");
  const phone = await context.newPage();
  await phone.goto(sim.url);
  await expect(phone.getByText("Simulator: nothing here reaches Facebook")).toBeVisible();
  const people = phone.getByRole("region", { name: "People and Pages" });
  await people.getByRole("button", { name: /Harbor Bikes/ }).click();
  await people.getByRole("button", { name: /Ana Lima/ }).click();
  await phone.getByRole("textbox", { name: "Message as Ana Lima" }).fill("Written on the phone.");
  await phone.getByRole("button", { name: "Send", exact: true }).click();

  await expect(inbox.row("Ana Lima")).toContainText("Written on the phone.");
  await inbox.row("Ana Lima").click();
  await inbox.answer("Read at the desk.");
  const talk = phone.getByRole("log", { name: "Conversation with Harbor Bikes" });
  await expect(talk.getByText("Read at the desk.")).toBeVisible();
  await phone.getByRole("button", { name: "Read", exact: true }).click();
  await expect(inbox.thread("Ana Lima").getByText("Read", { exact: true })).toBeVisible();
  await phone.getByRole("button", { name: "Send a picture" }).click();
  await expect(inbox.thread("Ana Lima").getByRole("button", { name: "Open image" })).toBeVisible();
  await expectAccessible(phone, "simulator after a talk");
});

test("any event is sent from the simulator's page, and a body that is wrong", async ({
  page,
  context,
  sim,
  signIn,
}) => {
  await signIn();
  const inbox = inboxOf(page);
  await page.goto("/inbox");
  const phone = await context.newPage();
  await phone.goto(`${sim.url}/#page=200000000000001&person=ana-lima`);
  await phone.getByRole("button", { name: "Send an event…" }).click();
  const dialog = phone.getByRole("dialog", { name: /Send an event as Ana Lima/ });
  await dialog.getByRole("combobox", { name: "Which one" }).selectOption("A quick reply");
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText("One event is sent.");
  await expect(inbox.row("Ana Lima")).toContainText("Green");
  await dialog.getByRole("combobox", { name: "What", exact: true }).selectOption("odd bodies");
  await dialog.getByRole("combobox", { name: "Which one" }).selectOption("Not JSON");
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Answered 200.");
});

for (const look of LOOKS) {
  test.describe(look.name, () => {
    test.use(look.use);

    test("the simulator's page and its dialog are accessible", async ({ page, sim, desk }) => {
      sim.person("Ana Lima", "Harbor Bikes").says("Hello");
      await sim.settled();
      await page.goto(sim.url);
      await expect(page.getByRole("log")).toBeVisible();
      await expectAccessible(page, "phone");
      await page.getByRole("button", { name: "Send an event…" }).click();
      await page.getByRole("button", { name: "Add to a list" }).click();
      await expect(page.getByRole("listitem").filter({ hasText: "message: Text" })).toBeVisible();
      await expectAccessible(page, "an event to send");
      await page.getByRole("button", { name: "Close" }).click();
      for (const name of ["People", "Faults and log"]) {
        const pane = page.getByRole("navigation", { name: "Panes" }).getByRole("button", { name });
        if (!(await pane.isVisible())) continue;
        await pane.click();
        await expectAccessible(page, name);
      }
      await page.goto(`${desk.url}/sign-in`);
      await page.getByRole("button", { name: "Continue with Facebook" }).click();
      await expect(page.getByRole("link", { name: "Dana Demo" })).toBeVisible();
      await expectAccessible(page, "who signs in");
      await page.getByRole("link", { name: "Dana Demo" }).click();
      await expect(page.getByRole("button", { name: "Continue as Dana Demo" })).toBeVisible();
      await expectAccessible(page, "consent");
    });
  });
}
