import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";

/** Who is here is for those who decide about it; for others this place does not exist. */
export default async function TeamLayout({ children }: { children: ReactNode }) {
  await requireViewer("people:manage");
  return children;
}
