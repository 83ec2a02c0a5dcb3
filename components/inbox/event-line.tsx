"use client";

import { MousePointerClick, Puzzle } from "lucide-react";
import { useTranslations } from "use-intl";
import { hasText } from "@/components/has-text";
import type { Message } from "@/lib/api/schemas/inbox";
import { NoteLine } from "./note-line";
import { SystemLine } from "./system-line";
import { useReferralText } from "./use-referral-text";

/** A line for what is not said but done: a tapped button, something of a kind of its own, or what nobody recognises. */
export function EventLine({ message }: { message: Message }) {
  if (message.kind === "postback") return <PostbackLine message={message} />;
  if (message.note !== null) return <NoteLine message={message} note={message.note} />;
  return <PlaceholderLine message={message} />;
}

function PostbackLine({ message }: { message: Message }) {
  const t = useTranslations("inbox.thread");
  const referralText = useReferralText();
  return (
    <SystemLine
      icon={MousePointerClick}
      message={message}
      details={message.referral && <p className="text-center">{referralText(message.referral)}</p>}
    >
      {message.text ? t("postback", { title: message.text }) : t("postbackUntitled")}
    </SystemLine>
  );
}

function PlaceholderLine({ message }: { message: Message }) {
  const t = useTranslations("inbox.thread");
  return (
    <SystemLine icon={Puzzle} message={message}>
      {what(message.field)}
    </SystemLine>
  );

  function what(field: string | null): string {
    if (field === null || field === "unknown") return t("unknownEvent");
    const key = `event.${field}` as "event.calls";
    return hasText(t, key) ? t(key) : t("unknownField", { field });
  }
}
