import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";

/** What failed is for those who may read of it; for others this place does not exist. */
export default async function ErrorsLayout({ children }: { children: ReactNode }) {
  await requireViewer("delivery_errors:read");
  return children;
}
