"use client";

import { ChevronRight, Copy, Route } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { TreeLine } from "./list-tree-lines";

/** Longer texts are cut here; "copy value" and "as received" have all of it. */
const MOST_CHARACTERS = 1500;

type ValueLine = Extract<TreeLine, { kind: "value" }>;

type JsonTreeLineProps = {
  line: TreeLine;
  tokens: readonly string[];
  /** The one line of the tree that Tab reaches. */
  isActive: boolean;
  /** Folds, unfolds, or shows more. */
  onActivate: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onCopyValue: (line: ValueLine) => void;
  onCopyPath: (line: ValueLine) => void;
};

/** One line: key and value, or key and how much is inside. */
export function JsonTreeLine({
  line,
  tokens,
  isActive,
  onActivate,
  onFocus,
  onKeyDown,
  onCopyValue,
  onCopyPath,
}: JsonTreeLineProps) {
  const t = useTranslations("notifications.tree");
  const isFoldable = line.kind === "more" || (line.node.children?.length ?? 0) > 0;
  return (
    <div
      role="treeitem"
      aria-level={line.depth + 1}
      aria-expanded={line.kind === "value" && isFoldable ? line.isOpen : undefined}
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      data-place={line.place}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={isFoldable ? onActivate : onFocus}
      style={{ paddingLeft: `${line.depth * 1.125 + 0.5}rem` }}
      className={cn(
        "group flex min-h-6 items-start gap-1 pr-2 leading-6 outline-offset-[-2px] hover:bg-hover aria-selected:bg-hover max-md:min-h-9",
        isFoldable && "cursor-pointer",
      )}
    >
      <ChevronRight
        aria-hidden="true"
        className={cn(
          "mt-1 text-faint transition-transform",
          line.kind === "value" && line.isOpen && "rotate-90",
          !isFoldable && "invisible",
        )}
      />
      {line.kind === "more" ? (
        <span className="font-sans text-accent">{t("more", { count: line.hidden })}</span>
      ) : (
        <>
          <span className="min-w-0 flex-1 break-words whitespace-pre-wrap">
            {line.node.key !== null && (
              <>
                <span className="text-soft">{line.node.key}</span>
                {": "}
              </>
            )}
            <Value line={line} tokens={tokens} />
          </span>
          <LineButton label={t("copyValue")} onClick={() => onCopyValue(line)}>
            <Copy aria-hidden="true" />
          </LineButton>
          <LineButton label={t("copyPath")} onClick={() => onCopyPath(line)}>
            <Route aria-hidden="true" />
          </LineButton>
        </>
      )}
    </div>
  );
}

function Value({ line: { node, isOpen }, tokens }: { line: ValueLine; tokens: readonly string[] }) {
  const t = useTranslations("notifications.tree");
  const token = tokens[node.start] ?? "";
  if (node.children !== null) {
    const [opening, closing] = token === "[" ? ["[", "]"] : ["{", "}"];
    const count = node.children.length;
    if (count === 0) return `${opening}${closing}`;
    return (
      <>
        {isOpen ? opening : `${opening}…${closing}`}{" "}
        <span className="font-sans text-soft">{t(token === "[" ? "items" : "keys", { count })}</span>
      </>
    );
  }
  if (!token.startsWith('"')) return <span className="text-accent">{token}</span>;
  // Readable rather than as escaped on the wire; quotes and line breaks stay escaped.
  const text = JSON.stringify(JSON.parse(token));
  return (
    <span className="text-good">{text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text}</span>
  );
}

type LineButtonProps = { label: string; onClick: () => void; children: ReactNode };

/** In sight on the line one points at, or is at; by keyboard a letter does the same. */
function LineButton({ label, onClick, children }: LineButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
      className="invisible flex size-6 shrink-0 items-center justify-center rounded-sm text-soft group-hover:visible group-focus-within:visible group-aria-selected:visible hover:bg-line hover:text-ink max-md:size-9 [&_.lucide]:size-3.5"
    >
      {children}
    </button>
  );
}
