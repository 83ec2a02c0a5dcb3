"use client";

import { type ReactNode, useId } from "react";

type RadioListProps<Value extends string> = {
  label: ReactNode;
  hint?: ReactNode;
  /** Undefined while it is not known yet. */
  value: Value | undefined;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode }[];
};

/** One of a few, all in view. */
export function RadioList<Value extends string>({ label, hint, value, onValueChange, options }: RadioListProps<Value>) {
  const name = useId();
  const hintId = useId();
  return (
    <fieldset aria-describedby={hint ? hintId : undefined}>
      <legend className="mb-1 font-medium">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex min-h-8 items-center gap-2.5 max-md:min-h-11">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onValueChange(option.value)}
            className="size-4 shrink-0 accent-accent"
          />
          {option.label}
        </label>
      ))}
      {hint && (
        <p id={hintId} className="mt-1 text-xs text-soft">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
