import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "@/components/fetch-json";
import type { Invitation, Person } from "@/lib/api/schemas/people";

/** Everybody with a place on this desk. */
export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: async ({ signal }) => (await fetchJson<{ people: Person[] }>("/api/people", { signal })).people,
});

/** Invitations that nobody has taken yet. */
export const invitationsQuery = queryOptions({
  queryKey: ["invitations"],
  queryFn: async ({ signal }) =>
    (await fetchJson<{ invitations: Invitation[] }>("/api/invitations", { signal })).invitations,
});
