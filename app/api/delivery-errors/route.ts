import { defineRoute } from "@/lib/api/define-route";
import { deliveryErrorList, deliveryErrorQuery } from "@/lib/api/schemas/delivery-errors";
import { getDeliveryErrors } from "@/lib/delivery-errors/get-delivery-errors";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/delivery-errors",
    summary: "Messages and actions that Meta did not take, newest first",
    permission: "delivery_errors:read",
    query: deliveryErrorQuery,
    answer: deliveryErrorList,
  },
  async ({ db, query }) => getDeliveryErrors(db, query, Date.now()),
);
