"use client";

import type { ReactNode } from "react";
import { Field } from "./field";
import { Input } from "./input";

/** A link or a key to copy by hand too: all of it is selected at once, and what shows of a long one is its beginning. */
export function ShownOnce({ label, description, value }: { label: string; description?: ReactNode; value: string }) {
  return (
    <Field label={label} description={description}>
      <Input
        readOnly
        value={value}
        className="font-mono"
        onFocus={({ currentTarget: input }) => {
          input.select();
          // Selecting scrolls to the end, where one link looks like any other.
          requestAnimationFrame(() => {
            input.scrollLeft = 0;
          });
        }}
      />
    </Field>
  );
}
