import type { TextBlock } from "@/lib/privacy/to-text-blocks";

/** A text somebody wrote, as text: nothing in it becomes markup. */
export function TextBlocks({ blocks }: { blocks: readonly TextBlock[] }) {
  return blocks.map(({ kind, text, line }) =>
    kind === "heading" ? (
      <h2 key={line} className="mt-2 text-base font-semibold break-words">
        {text}
      </h2>
    ) : (
      <p key={line} className="break-words whitespace-pre-line">
        {text}
      </p>
    ),
  );
}
