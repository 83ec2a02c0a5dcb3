import { defineRoute } from "@/lib/api/define-route";
import { me } from "@/lib/api/schemas/people";

export const GET = defineRoute(
  { method: "GET", path: "/api/me", summary: "Who is signed in", permission: "me:read", answer: me },
  async ({ viewer: { id, name, role, pictureUrl } }) => ({
    user: { id, name, role, pictureUrl: pictureUrl === null ? null : "/api/me/picture" },
  }),
);
