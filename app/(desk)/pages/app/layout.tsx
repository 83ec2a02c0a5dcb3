import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";

/** The Facebook app is for those who look after it; for others this place does not exist. */
export default async function FacebookAppLayout({ children }: { children: ReactNode }) {
  await requireViewer("app:read");
  return children;
}
