import { defineRoute } from "@/lib/api/define-route";
import { parkedEntryList } from "@/lib/api/schemas/pages";
import { listParkedEntries } from "@/lib/pages/parked-entry-queries";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/parked-entries",
    summary: "Pages that send here and are not linked; what they send is kept",
    permission: "pages:connect",
    page: "none",
    answer: parkedEntryList,
  },
  async ({ db }) => ({ entries: await listParkedEntries(db), nextCursor: null }),
);
