import { defineRoute } from "@/lib/api/define-route";
import { deliveryErrorResult } from "@/lib/api/schemas/delivery-errors";
import { deliveryErrorParams } from "@/lib/api/schemas/params";
import { pageOfDeliveryError } from "@/lib/auth/page-of-queries";
import { seesPersonalData } from "@/lib/auth/permissions";
import { getDeliveryError, toMaskedError } from "@/lib/delivery-errors/get-delivery-errors";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/delivery-errors/{deliveryErrorId}",
    summary: "One delivery error",
    permission: "delivery_errors:read",
    page: pageOfDeliveryError,
    params: deliveryErrorParams,
    answer: deliveryErrorResult,
  },
  async ({ db, viewer, params }) => {
    const error = await getDeliveryError(db, params.deliveryErrorId, Date.now());
    return { error: seesPersonalData(viewer) ? error : toMaskedError(error) };
  },
);
