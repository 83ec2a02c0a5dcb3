"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { cn } from "./cn";

type FieldProps = {
  label: ReactNode;
  description?: ReactNode;
  /** What is wrong with the value now, as a sentence. */
  error?: string | null;
  className?: string;
  /** An `Input`, or another Base UI control: it is named and described by this field. */
  children: ReactNode;
};

export function Field({ label, description, error, className, children }: FieldProps) {
  return (
    <Base.Root invalid={Boolean(error)} className={cn("flex flex-col gap-1.5", className)}>
      <Base.Label className="font-medium">{label}</Base.Label>
      {children}
      {description && <Base.Description className="text-xs text-soft">{description}</Base.Description>}
      {error && (
        <Base.Error match className="text-xs text-bad">
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}
