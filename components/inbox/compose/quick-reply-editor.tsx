"use client";

import { Mail, Phone, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Conversation } from "@/lib/api/schemas/inbox";
import { LIMITS, type OutgoingQuickReply } from "@/lib/messenger/outgoing-content";
import { uniqueKeys } from "../unique-keys";
import { QuickReplyFields } from "./quick-reply-fields";

type QuickReplyEditorProps = {
  channel: Conversation["channel"];
  quickReplies: readonly OutgoingQuickReply[];
  /** Whether more are being written; otherwise only those there are stand here. */
  isOpen: boolean;
  onChange: (quickReplies: readonly OutgoingQuickReply[]) => void;
  onOpen: () => void;
  /** Those there are stay. */
  onClose: () => void;
  onRemoveAll: () => void;
};

/** The answers that are offered under the next message (Meta docs: quick replies). A payload is the title unless given. */
export default function QuickReplyEditor({
  channel,
  quickReplies,
  isOpen,
  onChange,
  onOpen,
  onClose,
  onRemoveAll,
}: QuickReplyEditorProps) {
  const t = useTranslations("compose.quickReplies");
  const count = quickReplies.length;
  const isFull = count >= LIMITS.quickReplies;
  const isNew = (type: OutgoingQuickReply["type"]) => !quickReplies.some((reply) => reply.type === type);

  const names = quickReplies.map((reply) => (reply.type === "text" ? reply.title : t(reply.type)));
  const keys = uniqueKeys(names);

  function add(reply: OutgoingQuickReply) {
    onChange([...quickReplies, reply]);
    // There is nothing more to write here.
    if (count + 1 >= LIMITS.quickReplies) onClose();
  }

  return (
    <section
      aria-label={t("label")}
      className="rounded-md border px-2.5 py-2"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="flex items-center gap-1 text-xs text-soft">
        <span className="min-w-0 flex-1">{t("count", { count, limit: LIMITS.quickReplies })}</span>
        {count > 0 && (
          <Button size="sm" variant="ghost" onClick={isOpen ? onClose : onOpen}>
            {isOpen ? t("done") : t("edit")}
          </Button>
        )}
        <IconButton label={count > 0 ? t("removeAll") : t("close")} onClick={count > 0 ? onRemoveAll : onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </div>
      {count > 0 && (
        <ul className="flex flex-wrap gap-1.5">
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
      {isOpen && isFull && <p className="mt-2 text-xs text-soft">{t("full")}</p>}
      {isOpen && !isFull && (
        <>
          <QuickReplyFields onAdd={add} />
          {channel === "messenger" && (
            <div className="mt-2 flex flex-wrap gap-2 empty:hidden">
              {isNew("user_phone_number") && (
                <Button size="sm" onClick={() => add({ type: "user_phone_number" })}>
                  <Phone aria-hidden="true" />
                  {t("user_phone_number")}
                </Button>
              )}
              {isNew("user_email") && (
                <Button size="sm" onClick={() => add({ type: "user_email" })}>
                  <Mail aria-hidden="true" />
                  {t("user_email")}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </section>
  );
}
