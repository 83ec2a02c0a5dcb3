import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";

/** Payloads are for those who may read them; for others this place does not exist. */
export default async function NotificationsLayout({ children }: { children: ReactNode }) {
  await requireViewer("notifications:read");
  return children;
}
