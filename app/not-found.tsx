import Link from "next/link";
import { buttonStyle } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getTranslator } from "@/lib/i18n/get-translator";

export default function NotFound() {
  const t = getTranslator("shell.notFound");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        heading="h1"
        title={t("title")}
        action={
          <Link href="/inbox" className={buttonStyle({ variant: "primary" })}>
            {t("action")}
          </Link>
        }
      >
        {t("body")}
      </EmptyState>
    </main>
  );
}
