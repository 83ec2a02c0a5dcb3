import { defineRoute } from "@/lib/api/define-route";
import { streamQuery } from "@/lib/api/schemas/stream";
import { findAgain } from "@/lib/auth/find-viewer";
import { openEventStream } from "@/lib/live/event-stream";
import { getDesk } from "@/lib/runtime/desk";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/stream",
    summary: "What happens, as it happens (SSE). Last-Event-ID (or after) resumes, or the stream says resync",
    permission: "conversations:read",
    page: "viewer",
    query: streamQuery,
    answer: null,
  },
  async ({ request, db, viewer, query }) => {
    // The browser sends the header when it comes back; the first time there is only what the page knows.
    const lastEventId = Number(request.headers.get("last-event-id") ?? query.after ?? Number.NaN);
    const stream = openEventStream(db, getDesk().bus, Number.isNaN(lastEventId) ? null : lastEventId, {
      viewer,
      lookAgain: () => findAgain(db, viewer, Date.now()),
      gone: request.signal,
    });
    return new Response(stream, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no", // Proxies that would hold it back do not.
      },
    });
  },
);
