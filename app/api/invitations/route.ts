import { defineRoute } from "@/lib/api/define-route";
import { invitationList, inviteInput, inviteResult } from "@/lib/api/schemas/people";
import { getInvitations, invite } from "@/lib/auth/invitations";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/invitations",
    summary: "Invitations that nobody has taken yet",
    permission: "people:manage",
    page: "none",
    answer: invitationList,
  },
  async ({ db }) => ({ invitations: await getInvitations(db, Date.now()), nextCursor: null }),
);

export const POST = defineRoute(
  {
    method: "POST",
    audit: "invitation.created",
    path: "/api/invitations",
    summary: "Invite somebody: a link that lets one person in, once, within a week; it is told this once",
    permission: "people:manage",
    page: "none",
    body: inviteInput,
    answer: inviteResult,
    status: 201,
  },
  async ({ db, viewer, body }) => invite(db, viewer, body, Date.now()),
);
