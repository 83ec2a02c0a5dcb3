import { defineRoute } from "@/lib/api/define-route";
import { pasteTokenInput, pasteTokenResult } from "@/lib/api/schemas/pages";
import { getGraph } from "@/lib/graph/graph";
import { pasteToken } from "@/lib/pages/paste-token";
import { getDesk } from "@/lib/runtime/desk";

export const POST = defineRoute(
  {
    method: "POST",
    audit: "pages.token_pasted",
    path: "/api/pages/token",
    summary: "Use a token made by hand, of a Page or of a system user; it is checked at Facebook before it is kept",
    permission: "pages:connect",
    page: "none",
    body: pasteTokenInput,
    answer: pasteTokenResult,
  },
  async ({ db, viewer, body }) => pasteToken(db, getGraph(), { ...body, userId: viewer.id }, getDesk()),
);
