import { defineRoute } from "@/lib/api/define-route";
import { invitationParams } from "@/lib/api/schemas/params";
import { withdrawInvitation } from "@/lib/auth/invitations";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    audit: "invitation.revoked",
    path: "/api/invitations/{invitationId}",
    summary: "Withdraw an invitation: its link lets nobody in any more",
    permission: "people:manage",
    page: "none",
    params: invitationParams,
    answer: null,
  },
  async ({ db, viewer, params }) => withdrawInvitation(db, viewer, params.invitationId, Date.now()),
);
