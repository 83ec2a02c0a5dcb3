import { defineRoute } from "@/lib/api/define-route";
import { joinInput } from "@/lib/api/schemas/people";
import { acceptWithPassword } from "@/lib/auth/accept-invitation";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "invitation.accepted",
    path: "/api/invitations/accept",
    summary: "Take an invitation with an address and a password instead of Facebook; then sign in with them",
    permission: null,
    body: joinInput,
    answer: null,
  },
  async ({ db, body }) => acceptWithPassword(db, body, Date.now()),
);
