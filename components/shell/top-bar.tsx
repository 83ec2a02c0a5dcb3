"use client";

import { usePathname } from "next/navigation";
import { LiveBadge } from "@/components/live/live-badge";
import { useLiveStatus } from "@/components/live/live-context";
import { cn } from "@/components/ui/cn";
import { isInThread } from "./is-in-thread";
import { PageSwitcher } from "./page-switcher";
import { isWithin, sections } from "./sections";

export function TopBar() {
  const pathname = usePathname();
  // A phone gives the whole screen to a thread, but not the news that it may be out of date.
  const isCurrent = ["live", "connecting"].includes(useLiveStatus());
  // Not where one thing is open that belongs to one Page anyway; in the inbox the list stays beside it.
  const byPage = isWithin(pathname, "/inbox") || sections.some(({ byPage, href }) => byPage && pathname === href);
  return (
    <header
      className={cn(
        "flex h-12 shrink-0 items-center justify-between gap-2 border-b bg-surface px-3 max-md:pl-1",
        isInThread(pathname) && isCurrent && "max-md:hidden",
      )}
    >
      <div className="min-w-0">{byPage && <PageSwitcher />}</div>
      <LiveBadge />
    </header>
  );
}
