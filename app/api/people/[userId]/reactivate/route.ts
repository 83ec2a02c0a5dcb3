import { defineRoute } from "@/lib/api/define-route";
import { userParams } from "@/lib/api/schemas/params";
import { reactivatePerson } from "@/lib/auth/people";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "user.reactivated",
    path: "/api/people/{userId}/reactivate",
    summary: "Let somebody in again who was shut out",
    permission: "people:manage",
    page: "none",
    params: userParams,
    answer: null,
  },
  async ({ db, viewer, params }) => reactivatePerson(db, viewer, params.userId, Date.now()),
);
