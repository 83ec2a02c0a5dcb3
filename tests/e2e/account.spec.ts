import { expect, test } from "../support/e2e-test";
import { HARBOR_BIKES } from "../support/owned-desk";
import { aColleague, PASSWORD } from "../support/staff";

test.use({ deskState: "fresh" });

test("a developer makes a key, uses it, and revokes it", async ({ page, world, signIn }) => {
  const dev = await aColleague(world, { role: "developer", name: "Devi Das" });
  await signIn(dev.client);
  await page.goto("/settings");
  await page.getByRole("link", { name: "API keys and reference" }).click();
  await expect(page.getByRole("heading", { name: "No key yet" })).toBeVisible();
  await page.getByRole("button", { name: "New key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Order system");
  await expect(dialog.getByRole("radio", { name: "Admin" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Make key" }).click();
  const key = await dialog.getByRole("textbox", { name: "API key" }).inputValue();
  await expect(dialog).toContainText(`curl -H 'Authorization: Bearer ${key}'`);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(key)).toHaveCount(0);

  const ask = () => fetch(`${world.desk.url}/api/pages`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  await page.reload();
  const row = page.getByRole("list", { name: "Keys" }).getByRole("listitem");
  await expect(row).toContainText("Last used");
  await page.getByRole("button", { name: "Revoke Order system" }).click();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("heading", { name: "No key yet" })).toBeVisible();
  expect((await ask()).status).toBe(401);
});

test("the API reference finds an operation, says who may, and has an address for it", async ({ page, signIn }) => {
  await signIn();
  await page.goto("/settings/api/reference#put-api-people-userId");
  const operation = page.locator("#put-api-people-userId");
  await expect(operation).toContainText("Owner, Admin; not with an API key");
  await page.getByRole("searchbox", { name: "Find by path or words" }).fill("audit log file");
  const found = page.locator("summary");
  await expect(found).toHaveCount(1);
  await found.click();
  const parameters = page.getByRole("table", { name: "Parameters" });
  await expect(parameters.getByRole("row", { name: /^format/ })).toContainText('"csv" | "jsonl"');
  await expect(page.getByText(/curl .*\/api\/audit-log\/export/s).last()).toBeVisible();
});

test("one sees where one is signed in, ends another session, and changes the password", async ({
  page,
  world,
  signIn,
  trouble,
}) => {
  trouble.expect(/422 \(Unprocessable Entity\) \(.*\/api\/me\/password/);
  const kim = await aColleague(world, { role: "agent", name: "Kim Karl" });
  await signIn(kim.client);
  // The same person elsewhere.
  expect(await kim.client.signInWithPassword(kim.email, PASSWORD)).toBe(true);
  const elsewhere = kim.client;
  await page.goto("/settings");
  const sessions = page.getByRole("list", { name: "Your sessions" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByRole("listitem").filter({ hasText: "This browser" })).toHaveCount(1);
  await sessions.getByRole("button", { name: /^Sign out/ }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  expect((await elsewhere.get("/api/me")).status).toBe(401);

  const change = page.getByRole("region", { name: "Password" });
  await change.getByLabel("Password now").fill("not this one");
  await change.getByLabel("New password").fill("another horse battery");
  await change.getByRole("button", { name: "Change password" }).click();
  await expect(change.getByText("This is not your password.")).toBeVisible();
  await change.getByLabel("Password now").fill(PASSWORD);
  await change.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password was changed")).toBeVisible();
  expect(await elsewhere.signInWithPassword(kim.email, PASSWORD)).toBe(false);
  expect(await elsewhere.signInWithPassword(kim.email, "another horse battery")).toBe(true);
});

test("an admin of some Pages is told, before and after, that deciding about people takes all Pages", async ({
  page,
  world,
  signIn,
}) => {
  const limits = "Connecting Pages, settings, the audit log and deciding about people take all Pages.";
  await signIn();
  await page.goto("/team");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const admin = page.getByRole("dialog").getByRole("radio", { name: "Admin" });
  await expect(admin).toHaveAccessibleDescription(/decides about everybody but owners/);
  await page.getByRole("radio", { name: "Only these" }).check();
  await expect(admin).toHaveAccessibleDescription(new RegExp(limits));

  const { client } = await aColleague(world, { role: "admin", pageIds: [HARBOR_BIKES] });
  await signIn(client);
  await page.goto("/settings");
  await expect(page.getByRole("region", { name: "Your account" })).toContainText(limits);
});

test("only who may see the app is shown what to type into its dashboard", async ({ page, world, signIn }) => {
  const [agent, dev] = [await aColleague(world, { role: "agent" }), await aColleague(world, { role: "developer" })];
  await signIn(dev.client);
  await page.goto("/settings");
  await expect(page.getByRole("region", { name: "Webhook" })).toContainText("/api/webhook");
  await signIn(agent.client);
  await page.goto("/settings");
  await expect(page.getByRole("region", { name: "Your account" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Webhook" })).toHaveCount(0);
});
