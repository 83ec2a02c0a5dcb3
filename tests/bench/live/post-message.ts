import { createHmac } from "node:crypto";

/** Posts one signed message notification, as Meta does. @returns when the 200 had arrived, in Unix ms */
export async function postMessage(
  desk: { url: string; settings: { appSecret: string } },
  { pageId, psid, mid, text }: { pageId: string; psid: string; mid: string; text: string },
): Promise<number> {
  const nowMs = Date.now();
  const event = { sender: { id: psid }, recipient: { id: pageId }, timestamp: nowMs, message: { mid, text } };
  const body = JSON.stringify({ object: "page", entry: [{ id: pageId, time: nowMs, messaging: [event] }] });
  const signature = createHmac("sha256", desk.settings.appSecret).update(body).digest("hex");
  const response = await fetch(`${desk.url}/api/webhook`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` },
    body,
  });
  const acceptedAtMs = performance.timeOrigin + performance.now();
  if (response.status !== 200) throw new Error(`The webhook answered ${response.status}.`);
  return acceptedAtMs;
}
