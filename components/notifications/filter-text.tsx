"use client";

import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";

const IDLE_MS = 300;

type FilterTextProps = {
  /** Its accessible name and placeholder. */
  label: string;
  icon: ReactNode;
  value: string | null;
  onValueChange: (value: string | null) => void;
  className?: string;
};

/** A filter that is typed: it applies when the hand rests for a moment. */
export function FilterText({ label, icon, value, onValueChange, className }: FilterTextProps) {
  const [text, setText] = useState(value ?? "");
  // Back, forward and "Clear filters" change it from outside.
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if ((value ?? "") !== text.trim()) setText(value ?? "");
  }
  const apply = useEffectEvent(() => {
    const wanted = text.trim() === "" ? null : text.trim();
    if (wanted !== value) onValueChange(wanted);
  });
  useEffect(() => {
    if (text.trim() === (known ?? "")) return;
    const timer = setTimeout(apply, IDLE_MS);
    return () => clearTimeout(timer);
  }, [text, known]);

  return (
    <div className={cn("relative [&_.lucide]:pointer-events-none [&_.lucide]:absolute", className)}>
      <span
        aria-hidden="true"
        className="text-faint [&_.lucide]:top-1/2 [&_.lucide]:left-2.5 [&_.lucide]:-translate-y-1/2"
      >
        {icon}
      </span>
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={200}
        onValueChange={setText}
        className="pl-8"
      />
    </div>
  );
}
