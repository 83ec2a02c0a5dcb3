"use client";

import { useQuery } from "@tanstack/react-query";
import { SubscribeAppButton } from "@/components/app/subscribe-app-button";
import type { Page } from "@/lib/api/schemas/pages";
import { pagesQuery } from "./pages-query";

type SubscribeForPagesButtonProps = {
  /** The Page whose problem it is. */
  page: Pick<Page, "desiredFields">;
  isMove?: boolean;
  children: string;
};

/** Sets the app up with what any linked Page wants: the problem is told on one, and concerns all. */
export function SubscribeForPagesButton({ page, isMove = false, children }: SubscribeForPagesButtonProps) {
  const { data: wanted = [] } = useQuery({ ...pagesQuery, select: wantedByPages });
  const fields = [...new Set([...page.desiredFields, ...wanted])];
  return (
    <SubscribeAppButton size="sm" isMove={isMove} input={{ object: "page", fields }}>
      {children}
    </SubscribeAppButton>
  );
}

function wantedByPages(pages: readonly Page[]): string[] {
  return pages.filter(({ status }) => status !== "unlinked").flatMap(({ desiredFields }) => desiredFields);
}
