import { defineRoute } from "@/lib/api/define-route";
import { personList } from "@/lib/api/schemas/people";
import { getPeople } from "@/lib/auth/people";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/people",
    summary: "Everybody with a place on this desk, and what they may do",
    permission: "people:manage",
    page: "none",
    answer: personList,
  },
  async ({ db, viewer }) => ({ people: await getPeople(db, viewer, Date.now()), nextCursor: null }),
);
