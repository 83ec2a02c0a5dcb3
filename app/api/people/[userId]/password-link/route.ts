import { defineRoute } from "@/lib/api/define-route";
import { userParams } from "@/lib/api/schemas/params";
import { passwordLink } from "@/lib/api/schemas/people";
import { makePasswordLink } from "@/lib/auth/password-link";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "user.password_link_made",
    path: "/api/people/{userId}/password-link",
    summary: "A link with which somebody chooses a new password, once, within a day; it is told this once",
    permission: "people:manage",
    page: "none",
    params: userParams,
    answer: passwordLink,
    status: 201,
  },
  async ({ db, viewer, params }) => makePasswordLink(db, viewer, params.userId, Date.now()),
);
