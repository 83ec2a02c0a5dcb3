"use client";

import { Field } from "./field";
import { Input } from "./input";
import { fromLocalInput, toLocalInput } from "./to-local-input";

type TimeInputProps = {
  label: string;
  /** Unix ms. */
  value: number | null;
  error?: string | null;
  onChange: (value: number | null) => void;
};

/** A time of a filter, in the zone of who looks, with its label beside it. */
export function TimeInput({ label, value, error, onChange }: TimeInputProps) {
  return (
    <Field
      label={label}
      error={error}
      className="flex-row flex-wrap items-center max-md:w-full [&_label]:text-soft max-md:[&_label]:w-10 max-md:[&>.text-bad]:basis-full max-md:[&>.text-bad]:pl-11.5"
    >
      <Input
        type="datetime-local"
        value={value === null ? "" : toLocalInput(value)}
        onValueChange={(text) => onChange(fromLocalInput(text))}
        className="w-50 max-md:w-auto max-md:flex-1"
      />
    </Field>
  );
}
