import { defineRoute } from "@/lib/api/define-route";
import { retryErrorsInput, retryErrorsResult } from "@/lib/api/schemas/delivery-errors";
import { retryErrors } from "@/lib/delivery-errors/retry-errors";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/delivery-errors/retries",
    summary: "Send the messages of many delivery errors once more, or say which of them could be",
    permission: "delivery_errors:manage",
    body: retryErrorsInput,
    answer: retryErrorsResult,
  },
  async ({ db, body }) => retryErrors(db, body, getDesk(), Date.now()),
);
