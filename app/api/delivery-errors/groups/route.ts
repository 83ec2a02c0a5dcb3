import { defineRoute } from "@/lib/api/define-route";
import { deliveryErrorGroupList, deliveryErrorGroupQuery } from "@/lib/api/schemas/delivery-errors";
import { getDeliveryErrorGroups } from "@/lib/delivery-errors/get-delivery-error-groups";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/delivery-errors/groups",
    summary: "Delivery errors by cause and Page, those that failed last first",
    permission: "delivery_errors:read",
    page: "viewer",
    query: deliveryErrorGroupQuery,
    answer: deliveryErrorGroupList,
  },
  async ({ db, viewer: { pages }, query }) => getDeliveryErrorGroups(db, { ...query, pages }, Date.now()),
);
