import { defineRoute } from "@/lib/api/define-route";
import { messageParams } from "@/lib/api/schemas/params";
import { cancelMessage } from "@/lib/outbox/cancel-message";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/messages/{messageId}/cancel",
    summary: "Take back a message that still waits to be sent",
    permission: "conversations:write",
    params: messageParams,
    answer: null,
  },
  async ({ db, params: { messageId } }) => {
    const { publish, outbox } = getDesk();
    publish(cancelMessage(db, messageId));
    outbox.wake([messageId]);
  },
);
