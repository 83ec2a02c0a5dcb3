"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Role } from "@/lib/api/schemas/people";
import { mayDo, type Permission } from "@/lib/auth/permissions";

const RoleContext = createContext<Role>("agent");

/** Around every screen of the desk: in which role it is looked at. */
export function RoleProvider({ role, children }: { role: Role; children: ReactNode }) {
  return <RoleContext value={role}>{children}</RoleContext>;
}

/** Whether who looks may do this: only decides what is shown, every route asks again. */
export function useMayDo(permission: Permission): boolean {
  return mayDo(useContext(RoleContext), permission);
}
