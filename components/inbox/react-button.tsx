"use client";

import { SmilePlus } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import { useMayDo } from "@/components/shell/role-context";
import { buttonStyle } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { LazyMenu } from "@/components/ui/lazy-menu";
import type { Message } from "@/lib/api/schemas/inbox";
import { useReact } from "./use-react";

const loadMenu = () => import("./react-menu");
const ReactMenu = lazy(loadMenu);

/** Lets the Page react to what a person said; nothing beside what cannot be reacted to. */
export function ReactButton({ message, className }: { message: Message; className?: string }) {
  const t = useTranslations("reactions");
  const react = useReact(message.id);
  const mayWrite = useMayDo("conversations:write");
  const isSaid = message.direction === "in" && (message.kind === "message" || message.kind === "postback");
  if (!mayWrite || !isSaid || message.mid === null || message.unsentAt !== null) return null;
  const trigger = (
    <button
      type="button"
      aria-label={t("open")}
      title={t("choose")}
      aria-busy={react.isPending || undefined}
      className={cn(buttonStyle({ variant: "ghost" }), "size-8 shrink-0 px-0 max-md:size-11", className)}
    >
      <SmilePlus aria-hidden="true" />
    </button>
  );
  return (
    <LazyMenu trigger={trigger} load={loadMenu}>
      <ReactMenu own={message.ownReaction} onChoose={(emoji) => react.mutate(emoji)} trigger={trigger} />
    </LazyMenu>
  );
}
