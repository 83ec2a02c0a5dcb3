import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { deauthorize } from "@/lib/erasure/deauthorize";
import { readCallback } from "@/lib/erasure/read-callback";
import { Changes } from "@/lib/inbox/changes";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/facebook/deauthorize",
    summary: "For Meta: somebody has removed the app. A form with signed_request",
    permission: null,
    answer: z.object({ ok: z.literal(true) }),
  },
  async ({ db, request }) => {
    const nowMs = Date.now();
    const changes = new Changes();
    deauthorize(db, await readCallback(request, nowMs), nowMs, changes);
    getDesk().publish(changes);
    return { ok: true };
  },
);
