import { defineRoute } from "@/lib/api/define-route";
import { me } from "@/lib/api/schemas/people";
import { toMe } from "@/lib/auth/to-me";

export const GET = defineRoute(
  { method: "GET", path: "/api/me", summary: "Who is signed in", permission: "me:read", page: "none", answer: me },
  async ({ viewer }) => ({ user: toMe(viewer) }),
);
