"use client";

import { Mail, Phone, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { LIMITS, type OutgoingQuickReply } from "@/lib/messenger/outgoing-content";
import { uniqueKeys } from "../unique-keys";

type QuickReplyEditorProps = {
  channel: Conversation["channel"];
  quickReplies: readonly OutgoingQuickReply[];
  onChange: (quickReplies: readonly OutgoingQuickReply[]) => void;
  onClose: () => void;
};

/** The answers that are offered under the next message (Meta docs: quick replies). A payload is the title unless given. */
export default function QuickReplyEditor({ channel, quickReplies, onChange, onClose }: QuickReplyEditorProps) {
  const t = useTranslations("compose.quickReplies");
  const [title, setTitle] = useState("");
  const [payload, setPayload] = useState("");
  const isFull = quickReplies.length >= LIMITS.quickReplies;
  const isNew = (type: OutgoingQuickReply["type"]) => !quickReplies.some((reply) => reply.type === type);

  const names = quickReplies.map((reply) => (reply.type === "text" ? reply.title : t(reply.type)));
  const keys = uniqueKeys(names);

  function add() {
    const words = title.trim();
    if (words === "" || isFull) return;
    onChange([...quickReplies, { type: "text", title: words, payload: payload.trim() || words }]);
    setTitle("");
    setPayload("");
  }

  return (
    <section
      aria-label={t("label")}
      className="mb-2 rounded-md border px-2.5 py-2"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        // Inside the composer's form Enter would send.
        if (event.key !== "Enter" || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement))
          return;
        event.preventDefault();
        add();
      }}
    >
      <div className="flex items-center justify-between gap-2 text-xs text-soft">
        <span>{t("count", { count: quickReplies.length, limit: LIMITS.quickReplies })}</span>
        <IconButton label={t("close")} onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      {quickReplies.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-1.5">
          {names.map((name, index) => {
            return (
              <li
                key={keys[index]}
                className="flex max-w-full items-center rounded-full border border-accent pl-2.5 text-accent"
              >
                <bdi className="truncate">{name}</bdi>
                <button
                  type="button"
                  aria-label={t("remove", { name })}
                  onClick={() => onChange(quickReplies.toSpliced(index, 1))}
                  className="grid size-6 place-items-center rounded-full max-md:size-9"
                >
                  <X aria-hidden="true" className="size-3.5" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {isFull ? (
        <p className="text-xs text-soft">{t("full")}</p>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Input
            aria-label={t("title")}
            placeholder={t("title")}
            value={title}
            maxLength={LIMITS.quickReplyTitle}
            onChange={(event) => setTitle(event.target.value)}
            className="w-40 flex-1"
          />
          <span className="text-xs text-soft tabular-nums">
            {title.length} / {LIMITS.quickReplyTitle}
          </span>
          <Input
            aria-label={t("payload")}
            placeholder={t("payload")}
            value={payload}
            maxLength={LIMITS.payload}
            onChange={(event) => setPayload(event.target.value)}
            className="w-40 flex-1 font-mono"
          />
          <Button disabled={title.trim() === ""} onClick={add}>
            {t("add")}
          </Button>
          {channel === "messenger" && isNew("user_phone_number") && (
            <Button onClick={() => onChange([...quickReplies, { type: "user_phone_number" }])}>
              <Phone aria-hidden="true" />
              {t("user_phone_number")}
            </Button>
          )}
          {channel === "messenger" && isNew("user_email") && (
            <Button onClick={() => onChange([...quickReplies, { type: "user_email" }])}>
              <Mail aria-hidden="true" />
              {t("user_email")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
