import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { capabilitiesInput } from "@/lib/api/schemas/outgoing";
import { page } from "@/lib/api/schemas/pages";
import { pageParams } from "@/lib/api/schemas/params";
import { pageItself } from "@/lib/auth/page-of-queries";
import { getPage } from "@/lib/pages/get-pages";
import { setCapabilities } from "@/lib/pages/set-capabilities";
import { getDesk } from "@/lib/runtime/desk";

export const PUT = defineRoute(
  {
    method: "PUT",
    audit: "page.capabilities_set",
    path: "/api/pages/{pageId}/capabilities",
    summary: "Write down what Facebook lets this Page send beyond replies",
    permission: "pages:manage",
    page: pageItself,
    params: pageParams,
    body: capabilitiesInput,
    answer: z.object({ page }),
  },
  async ({ db, viewer, params: { pageId }, body: input }) => {
    await setCapabilities(db, { pageId, userId: viewer.id, input }, getDesk().publish);
    return { page: await getPage(db, pageId, Date.now()) };
  },
);
