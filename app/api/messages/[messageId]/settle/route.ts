import { defineRoute } from "@/lib/api/define-route";
import { sendMessageResult, settleMessageInput } from "@/lib/api/schemas/outgoing";
import { messageParams } from "@/lib/api/schemas/params";
import { pageOfMessage } from "@/lib/auth/page-of-queries";
import { findMessage } from "@/lib/inbox/message-list-queries";
import { settleByPerson } from "@/lib/outbox/settle-by-person";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "message.settled",
    path: "/api/messages/{messageId}/settle",
    summary: "Say whether an unconfirmed message arrived",
    permission: "conversations:write",
    page: pageOfMessage,
    params: messageParams,
    body: settleMessageInput,
    answer: sendMessageResult,
  },
  async ({ db, params: { messageId }, body: { outcome } }) => {
    getDesk().publish(settleByPerson(db, messageId, outcome, Date.now()));
    return { message: await findMessage(db, messageId) };
  },
);
