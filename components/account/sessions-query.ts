import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { Session } from "@/lib/api/schemas/people";

/** Where who looks is signed in, the last seen first. */
export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: async ({ signal }) => (await fetchJson<{ sessions: Session[] }>("/api/me/sessions", { signal })).sessions,
});
