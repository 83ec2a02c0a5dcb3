import { defineRoute } from "@/lib/api/define-route";
import { conversationParams } from "@/lib/api/schemas/params";
import { toStream } from "@/lib/api/to-stream";
import { pageOfConversation } from "@/lib/auth/page-of-queries";
import { exportPerson } from "@/lib/export/export-person";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/conversations/{conversationId}/export",
    summary: "All that is kept of the person, as a JSON file",
    permission: "people:export",
    page: pageOfConversation,
    params: conversationParams,
    answer: null,
  },
  async ({ db, params: { conversationId }, viewer }) => {
    const pieces = exportPerson(db, conversationId, { userId: viewer.id, nowMs: Date.now() });
    return new Response(toStream(pieces), {
      headers: {
        "content-type": "application/json",
        "content-disposition": `attachment; filename="person-${conversationId}.json"`,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  },
);
