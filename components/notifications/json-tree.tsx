"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { formatJsonTokens } from "./format-json-text";
import { JsonTreeLine } from "./json-tree-line";
import { CHILDREN_AT_A_TIME, choosePlacesToOpen, listTreeLines, type TreeLine } from "./list-tree-lines";
import type { JsonNode } from "./read-json-tree";
import { useCopy } from "./use-copy";

/** Lines an unfolded payload may have: at first, and after "Unfold all". */
const FIRST_LINES = 400;
const MOST_LINES = 3000;

type ValueLine = Extract<TreeLine, { kind: "value" }>;

/**
 * A payload as a tree to fold and unfold, every value as it was written. Arrow keys move and fold as in any tree;
 * `c` copies the value of a line, `p` its path.
 */
export function JsonTree({ root, tokens }: { root: JsonNode; tokens: readonly string[] }) {
  const t = useTranslations("notifications.tree");
  const copy = useCopy();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => choosePlacesToOpen(root, FIRST_LINES));
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map());
  const [activePlace, setActivePlace] = useState("0");
  const shouldFocus = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const lines = useMemo(
    () =>
      listTreeLines(root, {
        isOpen: (place) => open.has(place),
        shownChildren: (place) => shown.get(place) ?? CHILDREN_AT_A_TIME,
      }),
    [root, open, shown],
  );
  const active = Math.max(
    0,
    lines.findIndex(({ place }) => place === activePlace),
  );

  useEffect(() => {
    if (!shouldFocus.current) return;
    shouldFocus.current = false;
    list.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(activePlace)}"]`)?.focus();
  }, [activePlace]);

  function fold(place: string, isOpen: boolean) {
    const next = new Set(open);
    if (isOpen) next.add(place);
    else next.delete(place);
    setOpen(next);
  }

  function showMore(place: string) {
    const parent = place.slice(0, place.lastIndexOf("."));
    setShown(new Map(shown).set(parent, (shown.get(parent) ?? CHILDREN_AT_A_TIME) + CHILDREN_AT_A_TIME));
  }

  function activate(line: TreeLine) {
    if (line.kind === "more") showMore(line.place);
    else if (line.node.children?.length) fold(line.place, !line.isOpen);
  }

  function copyValue({ node: { children, start, end } }: ValueLine) {
    const written = tokens.slice(start, end);
    const [token = ""] = written;
    const isText = children === null && token.startsWith('"');
    void copy(isText ? String(JSON.parse(token)) : formatJsonTokens(written), t("valueCopied"));
  }

  function copyPath({ path }: ValueLine) {
    void copy(path, t("pathCopied"));
  }

  function moveTo(line: TreeLine | undefined) {
    if (!line) return;
    shouldFocus.current = true;
    setActivePlace(line.place);
  }

  function toAction(key: string, line: TreeLine, parentPlace: string, isFoldable: boolean): (() => void) | null {
    const isOpen = line.kind === "value" && line.isOpen;
    switch (key) {
      case "ArrowDown":
        return () => moveTo(lines[active + 1]);
      case "ArrowUp":
        return () => moveTo(lines[active - 1]);
      case "Home":
        return () => moveTo(lines[0]);
      case "End":
        return () => moveTo(lines.at(-1));
      case "ArrowRight":
        if (!isFoldable) return null;
        return isOpen ? () => moveTo(lines[active + 1]) : () => fold(line.place, true);
      case "ArrowLeft":
        if (isFoldable && isOpen) return () => fold(line.place, false);
        return () => moveTo(lines.find(({ place }) => place === parentPlace));
      case "Enter":
      case " ":
        return () => activate(line);
      case "c":
        return line.kind === "value" ? () => copyValue(line) : null;
      case "p":
        return line.kind === "value" ? () => copyPath(line) : null;
      default:
        return null;
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    const line = lines[active];
    if (!line || event.altKey || event.ctrlKey || event.metaKey) return;
    const isFoldable = line.kind === "value" && (line.node.children?.length ?? 0) > 0;
    const parentPlace = line.place.slice(0, Math.max(1, line.place.lastIndexOf(".")));
    const action = toAction(event.key, line, parentPlace, isFoldable);
    if (!action) return;
    event.preventDefault();
    action();
  }

  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <p className="flex-1 text-xs text-soft max-md:hidden">{t("hint")}</p>
        <Button size="sm" variant="ghost" onClick={() => setOpen(choosePlacesToOpen(root, MOST_LINES))}>
          {t("unfoldAll")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setOpen(new Set(["0"]))}>
          {t("foldAll")}
        </Button>
      </div>
      <div
        ref={list}
        role="tree"
        aria-label={t("label")}
        className="overflow-hidden rounded-md border bg-canvas py-1 font-mono text-xs"
      >
        {lines.map((line, index) => (
          <JsonTreeLine
            key={line.place}
            line={line}
            tokens={tokens}
            isActive={index === active}
            onActivate={() => {
              setActivePlace(line.place);
              activate(line);
            }}
            onFocus={() => setActivePlace(line.place)}
            onKeyDown={onKeyDown}
            onCopyValue={copyValue}
            onCopyPath={copyPath}
          />
        ))}
      </div>
    </>
  );
}
