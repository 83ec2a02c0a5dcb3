import { defineRoute } from "@/lib/api/define-route";
import { setPasswordInput } from "@/lib/api/schemas/people";
import { setPassword } from "@/lib/auth/own-account";

export const PUT = defineRoute(
  {
    method: "PUT",
    audit: "user.password_set",
    path: "/api/me/password",
    summary: "Change your password; you are signed out everywhere else",
    permission: "me:manage",
    page: "none",
    body: setPasswordInput,
    answer: null,
  },
  async ({ db, viewer, body }) => setPassword(db, viewer, body, Date.now()),
);
