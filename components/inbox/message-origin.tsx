"use client";

import { CircleDashed, type LucideIcon, MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Message } from "@/lib/api/schemas/inbox";
import { QuotedMessage } from "./quoted-message";
import { useReferralText } from "./use-referral-text";

/** Above a bubble: what it answers, and by which way the person came. */
export function MessageOrigin({ message }: { message: Message }) {
  const t = useTranslations("inbox.thread");
  const referralText = useReferralText();
  return (
    <>
      {message.referral && <Origin icon={MapPin}>{referralText(message.referral)}</Origin>}
      {message.isStoryReply && <Origin icon={CircleDashed}>{t("storyReply")}</Origin>}
      {message.replyToMid !== null && <QuotedMessage quoted={message.quoted} />}
    </>
  );
}

function Origin({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <p className="mb-0.5 flex max-w-[min(36rem,85%)] items-start gap-1.5 px-1 text-xs text-soft">
      <Icon aria-hidden="true" className="mt-0.5 size-3.5" />
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </p>
  );
}
