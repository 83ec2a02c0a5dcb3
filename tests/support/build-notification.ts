/** Plain valid notifications; a test overrides only what it is about. */
export const PAGE = "200000000000001";
export const ANA = "7000000000000001";
export const APP = "880011223344556";
export const NOON = 1_790_000_000_000;
/** An `ENCRYPTION_KEY`. */
export const A_KEY = Buffer.alloc(32, 7).toString("base64");

type Item = Record<string, unknown>;

export function notification(...items: Item[]) {
  return { object: "page", entry: [{ id: PAGE, time: NOON, messaging: items }] };
}

const from = (psid: string) => ({ sender: { id: psid }, recipient: { id: PAGE } });
const to = (psid: string) => ({ sender: { id: PAGE }, recipient: { id: psid } });

export function aMessage({ mid = "m_1", text = "Hi", atMs = NOON, psid = ANA, more = {} as Item } = {}): Item {
  return { ...from(psid), timestamp: atMs, message: { mid, text, ...more } };
}

export function anEcho({
  mid = "m_out",
  text = "Hello",
  atMs = NOON,
  appId = Number(APP) as number | null,
  metadata = undefined as string | undefined,
} = {}): Item {
  const message = { mid, is_echo: true, text, ...(appId ? { app_id: appId } : {}), ...(metadata ? { metadata } : {}) };
  return { ...to(ANA), timestamp: atMs, message };
}

export function aDelivery({ mids = [] as string[], watermark = NOON } = {}): Item {
  return { ...from(ANA), timestamp: watermark, delivery: { mids, watermark } };
}

export function aRead({ watermark = NOON } = {}): Item {
  return { ...from(ANA), timestamp: watermark, read: { watermark } };
}

export function aPostback({
  mid = "m_pb" as string | null,
  title = "Talk to us",
  payload = "HELP",
  atMs = NOON,
} = {}): Item {
  return { ...from(ANA), timestamp: atMs, postback: { ...(mid ? { mid } : {}), title, payload } };
}

export function aReaction({ mid = "m_out", atMs = NOON } = {}): Item {
  return { ...from(ANA), timestamp: atMs, reaction: { reaction: "love", emoji: "❤️", action: "react", mid } };
}
