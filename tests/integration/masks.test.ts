import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NotificationDetail, NotificationList } from "@/lib/api/schemas/notifications";
import type { Role } from "@/lib/api/schemas/people";
import { ANA, aMessage, notification, PAGE } from "../support/build-notification";
import { eventually } from "../support/eventually";
import { startOwnedDesk } from "../support/owned-desk";
import { postSigned } from "../support/signed-post";

/** Phone numbers and addresses in payloads, as a developer sees them, and as those do who need them. */
let owned: Awaited<ReturnType<typeof startOwnedDesk>>;

const PERSONAL = ["0170", "4711001", "ana.lima", "16100"];
const WITH_PERSONAL = JSON.stringify(
  notification(
    aMessage({ mid: "m_masks1", text: "Ring 0170 4711001 or write to ana.lima@example.test about the tandem" }),
    {
      sender: { id: ANA },
      recipient: { id: PAGE },
      messaging_customer_information: {
        screens: [{ screen_id: "Add address", responses: [{ key: "postal_code", value: "16100" }] }],
      },
    },
  ),
);
const WITHOUT = JSON.stringify(notification(aMessage({ mid: "m_masks2", text: "Is the tandem there?" })));
const UNREADABLE = '{"object":"page","entry": 0170 4711001';

beforeAll(async () => {
  owned = await startOwnedDesk({ pageIds: [PAGE], env: { ALLOW_PRIVATE_TARGETS: "true" } });
  for (const body of [WITH_PERSONAL, WITHOUT, UNREADABLE]) {
    await postSigned(`${owned.desk.url}/api/webhook`, owned.desk.settings.appSecret, body);
  }
  await eventually(async () => {
    const { body } = await owned.client.get<NotificationList>("/api/notifications");
    expect(body.notifications.filter(({ outcome }) => outcome !== "pending")).toHaveLength(3);
  });
});
afterAll(() => owned?.end());

/** Dana, from the next request on. */
function become(role: Role) {
  const db = new Database(owned.desk.databasePath);
  db.prepare("UPDATE users SET role = ?").run(role);
  db.close();
}

const detail = async (id: string) => (await owned.client.get<NotificationDetail>(`/api/notifications/${id}`)).body;
async function raw(id: string) {
  const response = await owned.client.fetch(`${owned.desk.url}/api/notifications/${id}/raw`);
  return response.text();
}
async function found(q: string) {
  const { body } = await owned.client.get<NotificationList>(`/api/notifications?q=${encodeURIComponent(q)}`);
  return body.notifications.map(({ id }) => id);
}
const relay = (id: string) => owned.client.post(`/api/notifications/${id}/relay`, { url: `${owned.sim.url}/` });

describe("a developer", () => {
  beforeAll(() => become("developer"));

  test("sees what came, with gaps where it is personal, and is told so", async () => {
    const shown = await detail("1");
    expect(shown).toMatchObject({ isMasked: true, outcome: "applied" });
    expect(shown.rawBody).toBe(
      WITH_PERSONAL.replace("0170 4711001", "[phone hidden]")
        .replace("ana.lima@example.test", "[email hidden]")
        .replace("16100", "[answer hidden]"),
    );
    expect(await raw("1")).toBe(shown.rawBody);
    expect(await detail("2")).toMatchObject({ isMasked: false, rawBody: WITHOUT });
    expect(await raw("2")).toBe(WITHOUT);
  });

  test("sees none of it in what went wrong either", async () => {
    const shown = await detail("3");
    expect(shown).toMatchObject({ isMasked: true, outcome: "unreadable", rawBody: expect.stringContaining("hidden]") });
    expect(JSON.stringify(shown)).not.toContain("4711001");
  });

  test("cannot find it out by searching, word by word or letter by letter", async () => {
    for (const q of [
      ...PERSONAL,
      "0170 4711001",
      "ana",
      "ana.l",
      "ana.lima@example.test",
      "tandem 4711001",
      "hidden ana",
    ]) {
      expect({ q, ids: await found(q) }).toEqual({ q, ids: [] });
    }
    expect(await found("tandem")).toEqual(["2", "1"]);
    expect(await found("tand")).toEqual(["2", "1"]);
    expect(await found("about the tandem")).toEqual(["1"]);
    expect(await found(ANA)).toEqual(["2", "1"]);
  });

  test("sends on only what they see whole", async () => {
    for (const id of ["1", "3"]) {
      expect(await relay(id)).toMatchObject({ status: 403, body: { code: "relay_masked" } });
    }
    expect(await relay("2")).toMatchObject({ status: 200 });
  });
});

describe.each(["owner", "admin"] as const)("an %s", (role) => {
  beforeAll(() => become(role));

  test("sees, finds and sends on all of it", async () => {
    expect(await detail("1")).toMatchObject({ isMasked: false, rawBody: WITH_PERSONAL });
    expect(await raw("1")).toBe(WITH_PERSONAL);
    for (const q of PERSONAL.slice(0, 3))
      expect({ q, ids: await found(q) }).toMatchObject({ ids: expect.arrayContaining(["1"]) });
    expect(await relay("1")).toMatchObject({ status: 200 });
  });
});

test("an agent sees no payload at all", async () => {
  become("agent");
  for (const path of ["/api/notifications", "/api/notifications/1", "/api/notifications/1/raw"]) {
    expect(await owned.client.get(path)).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  }
});
