"use client";

import { type FormEvent, useState } from "react";
import { ApiError, fetchJson } from "@/components/fetch-json";
import type { JoinInput } from "@/lib/api/schemas/people";
import { signInWithPassword } from "./post-to-next-auth";

/** Takes an invitation with an address and a password, then signs in with them. */
export function useAcceptInvitation(input: JoinInput) {
  const [state, setState] = useState<"idle" | "pending" | { error: unknown }>("idle");
  const error = typeof state === "object" ? state.error : null;
  const faults = error instanceof ApiError ? error.errors : [];

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (state === "pending") return;
    setState("pending");
    try {
      await fetchJson<void>("/api/invitations/accept", { method: "POST", json: input });
      // The link is used up: whatever happens to the sign-in, trying again begins at its own screen.
      const next = await signInWithPassword(input.email.trim(), input.password, "/inbox").catch(() => null);
      window.location.assign(next ?? "/sign-in");
    } catch (failure) {
      setState({ error: failure });
    }
  }

  return {
    submit,
    isPending: state === "pending",
    /** What is wrong with no single field. */
    error: faults.length === 0 ? error : null,
    faultOf: (path: keyof JoinInput) => faults.find((each) => each.path === path)?.message ?? null,
  };
}
