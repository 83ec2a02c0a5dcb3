import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { DeletionStatus } from "@/components/privacy/deletion-status";
import { PublicPage } from "@/components/privacy/public-page";
import { textLinkStyle } from "@/components/ui/text-link";
import { getDb } from "@/lib/db/db";
import { getDeletionStatus } from "@/lib/erasure/get-deletion-status";
import { getTranslator } from "@/lib/i18n/get-translator";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export function generateMetadata(): Metadata {
  return { title: getTranslator("privacy.deletion")("title") };
}

/** What became of a request to delete somebody's data: for whoever has its code, signed in or not. */
export default async function DataDeletionPage({ searchParams }: { searchParams: SearchParams }) {
  const t = getTranslator("privacy.deletion");
  await connection();
  const { code } = await searchParams;
  const status = await getDeletionStatus(getDb(), typeof code === "string" ? code : null);
  return (
    <PublicPage title={t("title")}>
      <DeletionStatus status={status} />
      <p>
        <Link href="/privacy" className={textLinkStyle}>
          {t("privacyLink")}
        </Link>
      </p>
    </PublicPage>
  );
}
