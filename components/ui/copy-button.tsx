"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button";
import { toast } from "./toast";

type CopyButtonProps = { text: string; label?: string; size?: "sm" | "md"; variant?: "primary" };

/** Copies `text`, and says so for two seconds. */
export function CopyButton({ text, label, size, variant }: CopyButtonProps) {
  const t = useTranslations("ui");
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast.bad(t("copyFailed"));
    }
  }

  return (
    <Button size={size} variant={variant} onClick={copy}>
      {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <span aria-live="polite">{copied ? t("copied") : (label ?? t("copy"))}</span>
    </Button>
  );
}
