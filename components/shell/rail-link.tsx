"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";
import { isWithin } from "./sections";

type RailLinkProps = {
  href: string;
  /** Query to keep, for example the chosen Page. */
  query?: string;
  label: string;
  icon: ReactNode;
  /** A count or dot; stands at the end of the row, or at the icon where only that is shown. */
  mark?: ReactNode;
  className?: string;
};

/** One place in the rail. Under 1100 px only its icon is seen; on phones it is a cell of the bottom bar. */
export function RailLink({ href, query = "", label, icon, mark, className }: RailLinkProps) {
  const isCurrent = isWithin(usePathname(), href);
  return (
    <Tooltip content={label} side="right" className="max-md:hidden rail:hidden">
      <Link
        href={`${href}${query}`}
        aria-current={isCurrent ? "page" : undefined}
        className={cn(
          "relative flex items-center gap-2.5 rounded-md px-2.5 font-medium text-soft transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:text-ink",
          "h-8 max-rail:h-10 max-rail:justify-center max-rail:px-0",
          "max-md:h-14 max-md:min-w-0 max-md:flex-1 max-md:flex-col max-md:gap-0.5 max-md:rounded-none max-md:bg-transparent max-md:aria-[current=page]:bg-transparent max-md:aria-[current=page]:text-accent",
          className,
        )}
      >
        {icon}
        <span className="flex-1 truncate max-md:max-w-full max-md:flex-none max-md:text-[0.6875rem] md:max-rail:sr-only">
          {label}
        </span>
        {mark && (
          <span className="flex max-rail:absolute max-rail:top-0.5 max-rail:left-1/2 max-rail:ml-1">{mark}</span>
        )}
      </Link>
    </Tooltip>
  );
}
