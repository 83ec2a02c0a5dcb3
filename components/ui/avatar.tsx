"use client";

import { Avatar as Base } from "@base-ui/react/avatar";
import type { CSSProperties } from "react";
import { cn } from "./cn";
import { initials } from "./initials";
import { stableHue } from "./stable-hue";

const sizes = {
  xs: "size-5 text-[0.5625rem]",
  sm: "size-7 text-xs",
  md: "size-9 text-sm",
  lg: "size-12 text-lg",
} as const;

type AvatarProps = {
  name: string;
  /** A path on our own origin, or null. */
  src?: string | null;
  size?: keyof typeof sizes;
  /** What the colour is made from when there is no picture; the name by default. */
  hueFrom?: string;
  /** `square` for Pages, so that a Page is never taken for a person. */
  shape?: "round" | "square";
  className?: string;
};

/** Decoration: the name belongs beside it, as text. Shows initials until, and unless, the picture has loaded. */
export function Avatar({ name, src, size = "md", hueFrom = name, shape = "round", className }: AvatarProps) {
  return (
    <Base.Root
      aria-hidden="true"
      style={{ "--hue": stableHue(hueFrom) } as CSSProperties}
      className={cn(
        "hue-fill inline-flex shrink-0 items-center justify-center overflow-hidden font-medium select-none",
        shape === "round" ? "rounded-full" : "rounded-sm",
        sizes[size],
        className,
      )}
    >
      {src && <Base.Image src={src} alt="" className="size-full object-cover" />}
      <Base.Fallback>{initials(name)}</Base.Fallback>
    </Base.Root>
  );
}
