import { z } from "zod";
import { defineRoute } from "@/lib/api/define-route";
import { canWrite } from "@/lib/db/can-write";

const health = z.object({ status: z.enum(["ok", "database_unavailable"]), detail: z.string() });

export const GET = defineRoute(
  { method: "GET", path: "/api/health", summary: "Whether the desk can do its work", permission: null, answer: health },
  async ({ db }) => {
    const headers = { "cache-control": "no-store" };
    if (canWrite(db)) return Response.json({ status: "ok", detail: "Everything works." }, { headers });
    const detail = "The database cannot be written: look at free space, permissions and locks of its file.";
    return Response.json({ status: "database_unavailable", detail }, { status: 503, headers });
  },
);
