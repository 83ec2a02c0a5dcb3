import { defineRoute } from "@/lib/api/define-route";
import { userParams } from "@/lib/api/schemas/params";
import { endedSessions } from "@/lib/api/schemas/people";
import { signOutPerson } from "@/lib/auth/people";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "user.signed_out",
    path: "/api/people/{userId}/sign-out",
    summary: "End every session of somebody; they may sign in again",
    permission: "people:manage",
    page: "none",
    params: userParams,
    answer: endedSessions,
  },
  async ({ db, viewer, params }) => ({ ended: signOutPerson(db, viewer, params.userId, Date.now()) }),
);
