import { defineRoute } from "@/lib/api/define-route";
import { page } from "@/lib/api/schemas/pages";
import { pageParams } from "@/lib/api/schemas/params";
import { pageItself } from "@/lib/auth/page-of-queries";
import { getGraph } from "@/lib/graph/graph";
import { Changes } from "@/lib/inbox/changes";
import { checkPage } from "@/lib/pages/check-page";
import { getPage } from "@/lib/pages/get-pages";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: null,
    path: "/api/pages/{pageId}/check",
    summary: "Look at a Page at Facebook now: its token, permissions, tasks, and fields of the Page and of the app",
    permission: "pages:manage",
    page: pageItself,
    params: pageParams,
    answer: page,
  },
  async ({ db, params }) => {
    const nowMs = Date.now();
    await checkPage(db, getGraph(), params.pageId, nowMs);
    const changes = new Changes();
    changes.pages.add(params.pageId);
    // A token that lives again can be asked for names with.
    changes.hasNewPeople = true;
    getDesk().publish(changes);
    return getPage(db, params.pageId, nowMs);
  },
);
