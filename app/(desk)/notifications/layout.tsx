import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { mayDo } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/require-viewer";

/** Payloads are for those who may read them; for others this place does not exist. */
export default async function NotificationsLayout({ children }: { children: ReactNode }) {
  const { role } = await requireViewer();
  if (!mayDo(role, "notifications:read")) notFound();
  return children;
}
