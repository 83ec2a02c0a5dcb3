"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { peopleQuery } from "@/components/team/people-query";

/** A function from somebody's id to their name; null for nobody we know. */
export function usePersonName(): (id: string) => string | null {
  const { data: people } = useQuery(peopleQuery);
  return useCallback((id: string) => people?.find((person) => person.id === id)?.name ?? null, [people]);
}
