import { LoaderCircle } from "lucide-react";
import { cn } from "./cn";

/** Decoration only: say in words what is under way. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden="true" className={cn("animate-spin", className)} />;
}
