"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { LIMITS, type OutgoingQuickReply } from "@/lib/messenger/outgoing-content";
import { countOver } from "./count-over";

/** Writes one quick reply after the other; whoever opens it means to write at once. */
export function QuickReplyFields({ onAdd }: { onAdd: (reply: OutgoingQuickReply) => void }) {
  const t = useTranslations("compose.quickReplies");
  const tCompose = useTranslations("compose");
  const errorId = useId();
  const first = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState("");
  const [payload, setPayload] = useState("");
  const titleOver = countOver(title, LIMITS.quickReplyTitle);
  const payloadOver = countOver(payload, LIMITS.payload);
  const over = titleOver || payloadOver;
  const canAdd = title.trim() !== "" && over === 0;

  useEffect(() => first.current?.focus(), []);

  function add() {
    if (!canAdd) return;
    const words = title.trim();
    setTitle("");
    setPayload("");
    // Before it is told: after the last one the keyboard goes elsewhere.
    first.current?.focus();
    onAdd({ type: "text", title: words, payload: payload.trim() || words });
  }

  function onKeyDown(event: KeyboardEvent) {
    // Inside the composer's form Enter would send.
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  }

  return (
    <>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <div className="flex min-w-0 flex-[1_1_13rem] items-center gap-2">
          <Input
            ref={first}
            aria-label={t("title")}
            aria-invalid={titleOver > 0 || undefined}
            aria-describedby={titleOver > 0 ? errorId : undefined}
            placeholder={t("title")}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            onKeyDown={onKeyDown}
            className={cn(titleOver > 0 && "border-bad")}
          />
          <span className={cn("shrink-0 text-xs tabular-nums", titleOver > 0 ? "text-bad" : "text-soft")}>
            {title.trim().length} / {LIMITS.quickReplyTitle}
          </span>
        </div>
        <div className="flex min-w-0 flex-[1_1_13rem] items-center gap-2">
          <Input
            aria-label={t("payload")}
            aria-invalid={payloadOver > 0 || undefined}
            aria-describedby={payloadOver > 0 ? errorId : undefined}
            placeholder={t("payload")}
            value={payload}
            onChange={(event) => setPayload(event.target.value)}
            onKeyDown={onKeyDown}
            className={cn("font-mono", payloadOver > 0 && "border-bad")}
          />
          <Button disabled={!canAdd} onClick={add}>
            {t("add")}
          </Button>
        </div>
      </div>
      {over > 0 && (
        <p id={errorId} role="alert" className="mt-1 text-xs text-bad">
          {tCompose("tooLong", { over })}
        </p>
      )}
    </>
  );
}
