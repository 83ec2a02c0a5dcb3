import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";

/** Keys are for those who may make them; for others this place does not exist. */
export default async function ApiLayout({ children }: { children: ReactNode }) {
  await requireViewer("api_keys:manage");
  return children;
}
