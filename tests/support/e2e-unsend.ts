import { expect } from "@playwright/test";
import { HARBOR_BIKES } from "./owned-desk";
import { postSigned } from "./signed-post";
import type { Desk } from "./start-desk";

/** A person unsends a message. As Instagram tells it; the simulator's Messenger, like Meta's, keeps it to itself. */
export async function unsends(desk: Desk, { psid, mid }: { psid: string; mid: string | undefined }) {
  const timestamp = Date.now();
  const item = { sender: { id: psid }, recipient: { id: HARBOR_BIKES }, timestamp, message: { mid, is_deleted: true } };
  const body = { object: "page", entry: [{ id: HARBOR_BIKES, time: timestamp, messaging: [item] }] };
  const { status } = await postSigned(`${desk.url}/api/webhook`, desk.settings.appSecret, JSON.stringify(body));
  expect(status).toBe(200);
}
