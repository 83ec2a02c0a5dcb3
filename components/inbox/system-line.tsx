"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Message } from "@/lib/api/schemas/inbox";
import { PayloadLink } from "./payload-link";
import { useThreadTime } from "./thread-time";

type SystemLineProps = {
  icon: LucideIcon;
  message: Message;
  tone?: keyof typeof toneStyles;
  /** One sentence. */
  children: ReactNode;
  /** Stands below it. */
  details?: ReactNode;
};

const toneStyles = { warn: "text-warn", bad: "text-bad" } as const;

/** A line of the thread for what is not said but done. */
export function SystemLine({ icon: Icon, message, tone, children, details }: SystemLineProps) {
  const time = useThreadTime();
  return (
    <div className="py-1.5 text-xs text-soft" title={time.exact(message.sentAt)}>
      <p className="text-center [overflow-wrap:anywhere]">
        <Icon aria-hidden="true" className={cn("mr-1.5 inline size-3.5 align-[-0.2em]", tone && toneStyles[tone])} />
        {/* What somebody wrote may turn the direction of its own sentence, not of what stands beside it. */}
        <bdi className={cn(tone && `font-medium ${toneStyles[tone]}`)}>{children}</bdi>
        {/* With the end of the sentence: alone on a line they would say nothing. */}
        <span className="whitespace-nowrap">
          <span aria-hidden="true">&nbsp;· </span>
          <time dateTime={new Date(message.sentAt).toISOString()}>{time.clock(message.sentAt)}</time>&nbsp;
          <PayloadLink
            variant={message.kind === "placeholder" ? "text" : "icon"}
            notificationId={message.notificationId}
          />
        </span>
      </p>
      {details && <div className="mx-auto mt-1 w-fit max-w-[min(30rem,100%)] empty:hidden">{details}</div>}
    </div>
  );
}
