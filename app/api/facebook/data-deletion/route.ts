import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { getEnv } from "@/lib/env";
import { acceptDeletionRequest } from "@/lib/erasure/accept-deletion-request";
import { readCallback } from "@/lib/erasure/read-callback";
import { Changes } from "@/lib/inbox/changes";
import { getDesk } from "@/lib/runtime/desk";
import { printSetupAddress } from "@/lib/runtime/print-setup-address";

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/facebook/data-deletion",
    summary:
      "For Meta: somebody wants their data deleted. A form with signed_request; answers where they can follow it",
    permission: null,
    // The names are Meta's.
    answer: z.object({ url: z.string(), confirmation_code: z.string() }),
  },
  async ({ db, request }) => {
    const nowMs = Date.now();
    const desk = getDesk();
    const changes = new Changes();
    const code = acceptDeletionRequest(db, await readCallback(request, nowMs), nowMs, changes);
    desk.publish(changes);
    desk.erasure.wake();
    // The last owner may be gone: then the next one needs the set-up token.
    await printSetupAddress(desk);
    return { url: `${getEnv().PUBLIC_URL}/data-deletion?code=${code}`, confirmation_code: code };
  },
);
