import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { getTranslator } from "@/lib/i18n/get-translator";

/** The frame of the pages that anybody may read: wider than a door, with room for a text. */
export function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto w-full max-w-2xl px-4 py-10">
      <p className="mb-6 flex items-center gap-2.5 text-lg font-semibold">
        <Mark className="size-8" />
        {getTranslator("shell")("product")}
      </p>
      <div className="flex flex-col gap-4 rounded-lg border bg-surface p-6 max-md:p-4">
        <h1 className="text-xl font-semibold">{title}</h1>
        {children}
      </div>
    </main>
  );
}
