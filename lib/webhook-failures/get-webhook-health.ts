import "server-only";
import type { WebhookClock, WebhookHealth } from "@/lib/api/schemas/webhook-failures";
import type { Db } from "@/lib/db/db";
import type { Explanation } from "./explain-webhook-failure";
import { ALERT_AFTER_MS, UNSUBSCRIBE_AFTER_MS, type WebhookClockCause } from "./webhook-clock";
import { listWebhookClocks, type WebhookClockRow } from "./webhook-clock-queries";

const SENTENCES: Record<WebhookClockCause, Explanation> = {
  not_stored: {
    title: "Notifications of this Page cannot be stored",
    advice: "Make the database writable again: look for a full disk, or another program that holds the file.",
  },
  slow: {
    title: "Notifications of this Page are answered too late",
    advice: "They are stored, but Facebook waits five seconds only. Look at the load and the disk of this machine.",
  },
  re_encoded: {
    title: "A proxy changes the calls of this Page, so their signature no longer fits",
    advice: "Make what stands in front of the desk pass the body on untouched: it parses the JSON and writes it anew.",
  },
  rejected: {
    title: "Calls in the name of this Page are refused because of their signature",
    advice:
      "Anyone can send such calls. If they are from Facebook, the app secret is another one now, or a proxy changes the calls: the list of failures says which.",
  },
  gap: {
    title: "Nothing was heard of this Page since the desk was not running",
    advice:
      "If somebody wrote to it meanwhile, Facebook may have unsubscribed the Page: check it. The next notification ends this notice.",
  },
};

/** Pages whose notifications Meta was made to send again, and what Meta does about it when. */
export async function getWebhookHealth(db: Db, nowMs: number): Promise<WebhookHealth> {
  return { clocks: (await listWebhookClocks(db, nowMs)).map(toClock) };
}

function toClock({ pageId, pageName, sinceMs, count, cause }: WebhookClockRow): WebhookClock {
  return {
    pageId,
    pageName,
    sinceAt: sinceMs,
    alertAt: sinceMs + ALERT_AFTER_MS,
    unsubscribeAt: sinceMs + UNSUBSCRIBE_AFTER_MS,
    count,
    cause,
    ...SENTENCES[cause],
  };
}
