import { defineRoute } from "@/lib/api/define-route";
import { cancelMessageResult } from "@/lib/api/schemas/outgoing";
import { messageParams } from "@/lib/api/schemas/params";
import { pageOfMessage } from "@/lib/auth/page-of-queries";
import { cancelMessage } from "@/lib/outbox/cancel-message";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "message.cancelled",
    path: "/api/messages/{messageId}/cancel",
    summary: "Take back a message that still waits to be sent",
    permission: "conversations:write",
    page: pageOfMessage,
    params: messageParams,
    answer: cancelMessageResult,
  },
  async ({ db, params: { messageId } }) => {
    const { publish, outbox } = getDesk();
    const { changes, content } = cancelMessage(db, messageId);
    publish(changes);
    outbox.wake([messageId]);
    if (content === null) return { written: null };
    const { text, template, quickReplies = [], replyToMid = null } = content;
    return { written: { text: text ?? (template?.type === "button" ? template.text : ""), quickReplies, replyToMid } };
  },
);
