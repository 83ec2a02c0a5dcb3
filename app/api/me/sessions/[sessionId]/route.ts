import { defineRoute } from "@/lib/api/define-route";
import { sessionParams } from "@/lib/api/schemas/params";
import { endSession } from "@/lib/auth/own-account";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    audit: "session.ended",
    path: "/api/me/sessions/{sessionId}",
    summary: "End one of your sessions",
    permission: "me:manage",
    page: "none",
    params: sessionParams,
    answer: null,
  },
  async ({ db, viewer, params }) => endSession(db, viewer, params.sessionId, Date.now()),
);
