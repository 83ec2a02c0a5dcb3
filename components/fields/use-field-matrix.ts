"use client";

import { useEffect, useMemo, useState } from "react";
import { useMayDo } from "@/components/shell/role-context";
import type { Page } from "@/lib/api/schemas/pages";
import { isChangeable } from "./cell-state";
import { isWanted, NOTHING_STAGED, prune, type Staged, stage, stagePreset, unstage } from "./staged";
import { stagedStore } from "./staged-store";

export type FieldMatrix = ReturnType<typeof useFieldMatrix>;
export type MatrixActions = FieldMatrix["actions"];

/** What is staged and selected in the matrix, and what changes it. The actions stay the same while the Pages do. */
export function useFieldMatrix(pages: readonly Page[]) {
  const mayChange = useMayDo("fields:manage");
  const [kept, setKept] = useState<Staged>(() => (mayChange ? stagedStore.read() : NOTHING_STAGED));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const staged = useMemo(() => prune(kept, pages), [kept, pages]);
  useEffect(() => stagedStore.write(staged), [staged]);

  const actions = useMemo(() => {
    const pick = (ids: readonly string[]) => pages.filter((page) => ids.includes(page.id) && isChangeable(page));
    return {
      toggle: (pageId: string, field: string) =>
        setKept((known) =>
          pick([pageId]).reduce(
            (sum, page) => stage(sum, [page], [field], !isWanted(page, field, known.get(pageId))),
            known,
          ),
        ),
      switchFields: (ids: readonly string[], fields: readonly string[], isOn: boolean) =>
        setKept((known) => stage(known, pick(ids), fields, isOn)),
      applyPreset: (ids: readonly string[], fields: readonly string[]) =>
        setKept((known) => stagePreset(known, pick(ids), fields)),
      forget: (pageId: string) => setKept((known) => unstage(known, pageId)),
      discard: () => setKept(NOTHING_STAGED),
      select: (ids: readonly string[], isOn: boolean) =>
        setSelected((known) => {
          const next = new Set(known);
          for (const id of ids) {
            if (isOn) next.add(id);
            else next.delete(id);
          }
          return next;
        }),
    };
  }, [pages]);
  return { actions, mayChange, staged, selected };
}
