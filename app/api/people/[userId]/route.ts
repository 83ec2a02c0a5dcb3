import { defineRoute } from "@/lib/api/define-route";
import { userParams } from "@/lib/api/schemas/params";
import { changePersonInput } from "@/lib/api/schemas/people";
import { changePerson } from "@/lib/auth/people";

export const PUT = defineRoute(
  {
    method: "PUT",
    audit: "user.changed",
    path: "/api/people/{userId}",
    summary: "Give somebody another role, or other Pages; it counts from their next request on",
    permission: "people:manage",
    page: "none",
    params: userParams,
    body: changePersonInput,
    answer: null,
  },
  async ({ db, viewer, params, body }) => changePerson(db, viewer, params.userId, body, Date.now()),
);
