import { defineRoute } from "@/lib/api/define-route";
import { endedSessions, sessionList } from "@/lib/api/schemas/people";
import { endOtherSessions, getSessions } from "@/lib/auth/own-account";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/me/sessions",
    summary: "Where you are signed in",
    permission: "me:manage",
    page: "none",
    answer: sessionList,
  },
  async ({ db, viewer }) => ({ sessions: await getSessions(db, viewer, Date.now()), nextCursor: null }),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    audit: "user.signed_out",
    path: "/api/me/sessions",
    summary: "Sign out everywhere but here",
    permission: "me:manage",
    page: "none",
    answer: endedSessions,
  },
  async ({ db, viewer }) => ({ ended: endOtherSessions(db, viewer, Date.now()) }),
);
