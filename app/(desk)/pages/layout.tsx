import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";

/** Pages are for those who may read of them; for others this place does not exist. */
export default async function PagesLayout({ children }: { children: ReactNode }) {
  await requireViewer("pages:read");
  return children;
}
