import type { WebhookFailureKind } from "@/lib/api/schemas/webhook-failures";

export type Explanation = { title: string; advice: string };

const REPLAY = "Nothing is lost: open the notification, and replay it once the cause is gone.";

/** What is said of a cause this table does not know. */
const BY_KIND: Record<WebhookFailureKind, Explanation> = {
  rejected: {
    title: "Calls with a signature that is not valid were refused",
    advice: "Compare FACEBOOK_APP_SECRET with the secret in the App Dashboard, under App settings → Basic.",
  },
  not_stored: {
    title: "Notifications could not be stored and were refused",
    advice: "Look at the disk and at the log of this desk. Facebook sends them again for up to an hour.",
  },
  too_large: {
    title: "A call was larger than allowed and was refused",
    advice: "If it came from Facebook, raise WEBHOOK_MAX_BODY_BYTES.",
  },
  foreign_object: {
    title: "Facebook sends something this desk does not handle",
    advice: "In the App Dashboard, under Webhooks, switch off every object but Page and Instagram for this address.",
  },
  slow: {
    title: "Answers took longer than two seconds",
    advice: "Look at the load and the disk of this machine. Facebook gives up after five seconds and sends it again.",
  },
  unreadable: { title: "A notification could not be read", advice: REPLAY },
  not_applied: { title: "Something could not be applied to the inbox", advice: REPLAY },
  handshake: {
    title: "Somebody tried to set up this webhook and failed",
    advice: "If it was you, compare the verify token in the App Dashboard with FACEBOOK_VERIFY_TOKEN.",
  },
  gap: {
    title: "The desk was not running",
    advice: "Facebook sends what it could not deliver again, for up to an hour.",
  },
};

const BY_CAUSE: Partial<Record<WebhookFailureKind, Record<string, Explanation>>> = {
  rejected: {
    missing: {
      title: "Calls without a signature were refused",
      advice:
        "Facebook signs every call. Either these are not from Facebook, or a proxy in front of the desk takes the header X-Hub-Signature-256 away: let it through.",
    },
    sha1_only: {
      title: "Calls with only the old SHA-1 signature were refused",
      advice:
        "A proxy may take the header X-Hub-Signature-256 away: let it through. Only if that is impossible, set WEBHOOK_ALLOW_SHA1=true.",
    },
    malformed: {
      title: "Calls were refused because their signature is no signature",
      advice:
        "It has to be sha256= and 64 hexadecimal digits. Either these are not from Facebook, or a proxy changes the header X-Hub-Signature-256.",
    },
    re_encoded: {
      title: "A proxy changes the calls of Facebook, so their signature no longer fits",
      advice:
        "The signature is right for the body as Facebook writes it. Something in front of the desk parses the JSON and writes it anew: make it pass the body on untouched.",
    },
    wrong_secret: {
      title: "Calls were refused because their signature fits none of the app secrets",
      advice:
        "If no notification arrives at all, the app secret was probably reset: put the one from App settings → Basic into FACEBOOK_APP_SECRET (several may stand there, separated by commas). If others do arrive, somebody else is calling.",
    },
  },
  not_stored: {
    database_unavailable: {
      title: "The database could not be written, so notifications were refused",
      advice:
        "Look for a full disk, a read-only file or another program that holds the database. Facebook sends them again for up to an hour.",
    },
  },
  slow: {
    over_5s: {
      title: "Answers took longer than five seconds: Facebook no longer waited for them",
      advice:
        "What they brought is stored. Facebook counts them as failed and sends them again: look at the load and the disk of this machine.",
    },
  },
  unreadable: {
    not_json: {
      title: "A notification came that is not JSON",
      advice:
        "Facebook signed it, so it is theirs, or somebody has your app secret. It is kept as it came: open it and look at its bytes.",
    },
    unknown_shape: {
      title: "A notification came in a shape this desk does not know",
      advice: "It is kept as it came. Open it; once a newer version of the desk can read it, replay it.",
    },
  },
  not_applied: {
    failed: {
      title: "A notification could not be applied to the inbox",
      advice: "It is kept, and tried again a few times. Open it for the error, and replay it once that is mended.",
    },
    partly_failed: {
      title: "Part of a notification could not be applied to the inbox",
      advice:
        "The rest of it is applied, and this part is kept and tried again a few times. Open it for the error, and replay it once that is mended.",
    },
  },
  handshake: {
    wrong_token: {
      title: "Somebody tried to set up this webhook with another verify token",
      advice: "If it was you, type the value of FACEBOOK_VERIFY_TOKEN into the App Dashboard, under Webhooks.",
    },
    incomplete: {
      title: "Somebody opened the webhook address without what Facebook sends along",
      advice: "Harmless: a browser or a scanner does this. Facebook itself always sends mode, token and challenge.",
    },
  },
  gap: {
    under_15_min: {
      title: "The desk was not running for a moment",
      advice: "Nothing to do: Facebook sends what it could not deliver again. It may come out of order.",
    },
    under_60_min: {
      title: "The desk was not running for more than 15 minutes",
      advice:
        "Facebook sends what it could not deliver again, and has probably sent an alert to the developers of the app. Watch whether every Page is heard of again.",
    },
    over_60_min: {
      title: "The desk was not running for more than an hour",
      advice:
        "Facebook has probably unsubscribed every Page that somebody wrote to: check each Page, and save its fields again where they are off. What was sent after the first hour is lost.",
    },
  },
};

/** What a failure of the webhook means and what to do about it, in words. */
export function explainWebhookFailure(kind: WebhookFailureKind, cause: string): Explanation {
  const causes = BY_CAUSE[kind];
  return (causes !== undefined && Object.hasOwn(causes, cause) ? causes[cause] : undefined) ?? BY_KIND[kind];
}
