import { defineRoute } from "@/lib/api/define-route";
import { deliveryErrorResult } from "@/lib/api/schemas/delivery-errors";
import { deliveryErrorParams } from "@/lib/api/schemas/params";
import { getDeliveryError } from "@/lib/delivery-errors/get-delivery-errors";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/delivery-errors/{deliveryErrorId}",
    summary: "One delivery error",
    permission: "delivery_errors:read",
    params: deliveryErrorParams,
    answer: deliveryErrorResult,
  },
  async ({ db, params }) => ({ error: await getDeliveryError(db, params.deliveryErrorId, Date.now()) }),
);
