import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

/** The way back to the list a screen belongs to. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="mb-2 -ml-1 inline-flex items-center gap-1.5 rounded-sm px-1 text-soft hover:text-ink max-md:min-h-11"
    >
      <ArrowLeft aria-hidden="true" />
      {children}
    </Link>
  );
}
