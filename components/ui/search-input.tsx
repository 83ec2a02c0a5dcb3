import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Input } from "./input";

/** `label` is its accessible name and its placeholder. */
export function SearchInput({ label, className, ...props }: { label: string } & ComponentProps<typeof Input>) {
  return (
    <div className={cn("relative", className as string)}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint"
      />
      <Input type="search" aria-label={label} placeholder={label} className="pl-8" {...props} />
    </div>
  );
}
