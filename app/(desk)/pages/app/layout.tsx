import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { mayDo } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/require-viewer";

/** The Facebook app is for those who look after it; for others this place does not exist. */
export default async function FacebookAppLayout({ children }: { children: ReactNode }) {
  const { role } = await requireViewer();
  if (!mayDo(role, "app:read")) notFound();
  return children;
}
