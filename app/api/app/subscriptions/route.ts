import { defineRoute } from "@/lib/api/define-route";
import { subscribeAppInput, subscribeAppResult } from "@/lib/api/schemas/app";
import { refreshApp } from "@/lib/app/refresh-app";
import { subscribeApp } from "@/lib/app/subscribe-app";
import { getGraph } from "@/lib/graph/graph";
import { getDesk } from "@/lib/runtime/desk";

export const PUT = defineRoute(
  {
    method: "PUT",
    audit: "app.subscribed",
    path: "/api/app/subscriptions",
    summary: "Point the app's webhook at this desk and add fields; Facebook verifies the address meanwhile",
    permission: "app:manage",
    page: "none",
    body: subscribeAppInput,
    answer: subscribeAppResult,
  },
  async ({ db, viewer, body }) => {
    const handshakeError = await subscribeApp(db, getGraph(), { ...body, userId: viewer.id, nowMs: Date.now() });
    // Read back: what Meta says now, not what was asked for.
    const app = await refreshApp(db, getGraph(), { mayManage: true, publish: getDesk().publish, nowMs: Date.now() });
    return { app, handshakeError };
  },
);
