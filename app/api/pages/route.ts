import { defineRoute } from "@/lib/api/define-route";
import { linkPagesInput, linkPagesResult, pageList } from "@/lib/api/schemas/pages";
import { getGraph } from "@/lib/graph/graph";
import { linkAndCheckPages } from "@/lib/pages/link-and-check-pages";
import { listPages } from "@/lib/pages/page-queries";
import { toPage } from "@/lib/pages/to-page";
import { getDesk } from "@/lib/runtime/desk";

export const GET = defineRoute(
  { method: "GET", path: "/api/pages", summary: "Pages of this desk", permission: "pages:read", answer: pageList },
  async ({ db }) => {
    const nowMs = Date.now();
    return { pages: (await listPages(db)).map((row) => toPage(row, nowMs)), nextCursor: null };
  },
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/pages",
    summary: "Link Pages; each succeeds or fails by itself",
    permission: "pages:manage",
    body: linkPagesInput,
    answer: linkPagesResult,
  },
  async ({ db, viewer, body }) => ({
    results: await linkAndCheckPages(db, getGraph(), { ...body, userId: viewer.id }, getDesk()),
  }),
);
