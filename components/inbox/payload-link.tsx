"use client";

import { Braces } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { useInboxViewer } from "./inbox-viewer";

type PayloadLinkProps = {
  notificationId: string | null;
  /** With its words, or as an icon that carries them as its name. */
  variant: "text" | "icon";
  className?: string;
};

/** The way to what Meta sent, for who may see that; nothing for everybody else. */
export function PayloadLink({ notificationId, variant, className }: PayloadLinkProps) {
  const t = useTranslations("inbox.thread");
  const { mayReadNotifications } = useInboxViewer();
  if (notificationId === null || !mayReadNotifications) return null;
  const href = `/notifications/${notificationId}`;
  if (variant === "text") {
    return (
      <Link href={href} prefetch={false} className={cn("text-accent underline underline-offset-2", className)}>
        {t("viewPayload")}
      </Link>
    );
  }
  return (
    <Link
      href={href}
      // A thread has hundreds of them.
      prefetch={false}
      aria-label={t("viewPayload")}
      title={t("viewPayload")}
      className={cn(
        "-my-1 inline-block rounded-sm p-1 align-[-0.3em] text-soft hover:text-ink pointer-coarse:-m-2.5 pointer-coarse:p-3.5",
        className,
      )}
    >
      <Braces aria-hidden="true" className="size-3.5" />
    </Link>
  );
}
