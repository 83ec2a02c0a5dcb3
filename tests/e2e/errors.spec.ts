import { expectAccessible, LOOKS } from "../support/e2e-axe";
import { inboxOf } from "../support/e2e-inbox";
import { expect, test } from "../support/e2e-test";

/** Signs of typing and reading are sent to the same address: the first call is not the message. */
const HELD = {
  operation: "messages",
  times: null,
  code: 10,
  subcode: 2018300,
  message: "(#10) Thread owned elsewhere",
} as const;

test("a failed reply leads from the red tick through the advice in Errors to a delivered one", async ({
  page,
  signIn,
  sim,
  aPerson,
}) => {
  await signIn();
  const petra = await aPerson("Petra Postponed");
  await petra.says("Is my bike ready?");
  await page.goto("/inbox");
  const inbox = inboxOf(page);
  await inbox.row("Petra Postponed").click();
  const thread = inbox.thread("Petra Postponed");
  sim.faults.failNext(HELD);
  await inbox.answer("It is.");
  await expect(thread.getByText("Not sent")).toBeVisible();
  await thread.getByRole("link", { name: "Show in Errors" }).click();

  const linked = page.getByRole("region", { name: "The error you came for" });
  await expect(linked.getByRole("heading", { name: "Another app has this conversation" })).toBeVisible();
  await linked.getByText("What Meta said").click();
  await expect(linked.getByText("(#10) Thread owned elsewhere")).toBeVisible();
  sim.faults.clear();
  await linked.getByRole("button", { name: "Try again" }).click();
  await expect(linked.getByText("Resolved")).toBeVisible();
  expect(petra.received().map(({ text }) => text)).toEqual(["It is."]);

  await linked.getByRole("link", { name: "Open conversation" }).click();
  await expect(thread.getByText("Delivered")).toBeVisible();
  await expect(thread.getByText("Not sent")).toHaveCount(0);
});

test.describe("with errors of their own", () => {
  test.use({ deskState: "fresh" });

  test("the desk says that something is stuck, until it has gone out", async ({ page, signIn, sim, aPerson }) => {
    await signIn();
    const ana = await aPerson("Ana Lima");
    await ana.says("Hello?");
    await page.goto("/errors");
    await expect(page.getByRole("heading", { name: "Nothing is stuck" })).toBeVisible();
    const place = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Errors/ });
    await expect(place).not.toContainText("did not go out");

    sim.faults.failNext({ ...HELD, code: 551, subcode: 1545041 });
    await page.evaluate(answerAll);
    await expect(place).toContainText("One message or action did not go out");
    await page.getByRole("tab", { name: "One by one" }).click();
    const error = page.getByRole("list", { name: "Messages and actions that failed" }).getByRole("listitem");
    await expect(error).toContainText("This person cannot receive messages now");
    await expect(error).toContainText("Ana Lima: Hello.");
    await expect(error).toContainText("Wait until they write again");
    sim.faults.clear();
    await error.getByRole("button", { name: "Try again" }).click();
    await expect.poll(ana.lastReceived).toBe("Hello.");
    await expect(page.getByRole("heading", { name: "Nothing is stuck" })).toBeVisible();
    await expect(place).not.toContainText("did not go out");
  });

  for (const look of LOOKS) {
    test.describe(look.name, () => {
      test.use(look.use);

      test("a cause is looked at, tried again as a whole, and what is left is marked as known", async ({
        page,
        signIn,
        sim,
        aPerson,
      }) => {
        await signIn();
        const people = [await aPerson("Quinn Queued"), await aPerson("Quentin Quick")];
        for (const person of people) await person.says("Hello?");
        await page.goto("/inbox");
        await expect(inboxOf(page).rows).toHaveCount(2);
        sim.faults.failNext(HELD);
        await page.evaluate(answerAll);
        await expect.poll(() => page.evaluate(countOpenErrors)).toBe(2);
        sim.faults.clear();

        await page.goto("/errors");
        const cause = page.getByRole("list", { name: "Causes" }).getByRole("listitem").first();
        await expect(cause.getByText("2 of 2 are open")).toBeVisible();
        await expect(cause.getByRole("img", { name: "2 times in the last 14 days, 2 times today" })).toBeVisible();
        await expectAccessible(page, "causes of errors");

        await cause.getByRole("button", { name: "Show errors" }).click();
        const errors = page.getByRole("list", { name: "Messages and actions that failed" });
        await expect(errors.getByRole("listitem")).toHaveCount(2);
        await page.getByRole("checkbox", { name: "Choose all shown" }).click();
        await expect(page.getByText("2 chosen")).toBeVisible();
        await expectAccessible(page, "single errors");
        await page
          .getByRole("checkbox", { name: /^Choose: / })
          .first()
          .click();
        await page
          .getByRole("region", { name: "Chosen errors" })
          .getByRole("button", { name: "Mark as known" })
          .click();
        await expect(errors.getByRole("listitem")).toHaveCount(1);

        await page.getByRole("tab", { name: "By cause" }).click();
        await expect(cause.getByText("1 of 2 is open")).toBeVisible();
        await cause.getByRole("button", { name: "Try all again" }).click();
        const dialog = page.getByRole("dialog", { name: "Try again" });
        await expect(dialog.getByText("One message will be sent again.")).toBeVisible();
        const going = dialog.getByRole("list", { name: "To whom, and what" }).getByRole("listitem");
        await expect(going).toHaveText(/^(Quinn Queued|Quentin Quick): Hello\.$/);
        await dialog.getByRole("button", { name: "Send one again" }).click();
        await expect(page.getByText("One message is on its way again")).toBeVisible();
        await expect.poll(() => people.flatMap((person) => person.received()).length).toBe(1);
      });
    });
  }
});

/** Answers everybody over the API, so that nothing else is sent. Runs in the browser. */
async function answerAll(): Promise<void> {
  const { conversations } = (await (await fetch("/api/conversations")).json()) as { conversations: { id: string }[] };
  for (const { id } of conversations) {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ clientId: "once", text: "Hello." });
    await fetch(`/api/conversations/${id}/messages`, { method: "POST", headers, body });
  }
}

/** Runs in the browser. */
async function countOpenErrors(): Promise<number> {
  const { errors } = (await (await fetch("/api/delivery-errors?status=open")).json()) as { errors: unknown[] };
  return errors.length;
}
