"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type Asker, mayDo, type Permission } from "@/lib/auth/permissions";

const RoleContext = createContext<Asker>({ role: "agent", hasAllPages: false });

/** Around every screen of the desk: in which role it is looked at, and whether as somebody who sees all Pages. */
export function RoleProvider({ viewer, children }: { viewer: Asker; children: ReactNode }) {
  return <RoleContext value={viewer}>{children}</RoleContext>;
}

/** Whether who looks sees every Page of the desk, those of later included. */
export function useHasAllPages(): boolean {
  return useContext(RoleContext).hasAllPages;
}

/** Whether who looks may do this: only decides what is shown, every route asks again. */
export function useMayDo(permission: Permission): boolean {
  return mayDo(useContext(RoleContext), permission);
}
