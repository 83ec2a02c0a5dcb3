import { defineRoute } from "@/lib/api/define-route";
import { sendMessageResult } from "@/lib/api/schemas/outgoing";
import { deliveryErrorParams } from "@/lib/api/schemas/params";
import { pageOfDeliveryError } from "@/lib/auth/page-of-queries";
import { findMessage } from "@/lib/inbox/message-list-queries";
import { retryMessage } from "@/lib/outbox/retry-message";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "message.retried",
    path: "/api/delivery-errors/{deliveryErrorId}/retry",
    summary: "Send the message of a delivery error once more",
    permission: "conversations:write",
    page: pageOfDeliveryError,
    params: deliveryErrorParams,
    answer: sendMessageResult,
    status: 202,
  },
  async ({ db, params }) => {
    const { publish, outbox } = getDesk();
    const { messageId, changes } = retryMessage(db, params.deliveryErrorId);
    const message = await findMessage(db, messageId);
    publish(changes);
    outbox.wake([messageId]);
    return { message };
  },
);
