import { defineRoute } from "@/lib/api/define-route";
import { deliveryErrorList, deliveryErrorQuery } from "@/lib/api/schemas/delivery-errors";
import { seesPersonalData } from "@/lib/auth/permissions";
import { getDeliveryErrors, toMaskedError } from "@/lib/delivery-errors/get-delivery-errors";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/delivery-errors",
    summary: "Messages and actions that Meta did not take, newest first",
    permission: "delivery_errors:read",
    page: "viewer",
    query: deliveryErrorQuery,
    answer: deliveryErrorList,
  },
  async ({ db, viewer, query }) => {
    const page = await getDeliveryErrors(db, { ...query, pages: viewer.pages }, Date.now());
    return seesPersonalData(viewer) ? page : { ...page, errors: page.errors.map(toMaskedError) };
  },
);
