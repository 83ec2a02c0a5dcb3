import type { Metadata } from "next";
import { connection } from "next/server";
import { PublicPage } from "@/components/privacy/public-page";
import { TextBlocks } from "@/components/privacy/text-blocks";
import { getDb } from "@/lib/db/db";
import { getTranslator } from "@/lib/i18n/get-translator";
import { getPrivacyText } from "@/lib/privacy/privacy-text";
import { toTextBlocks } from "@/lib/privacy/to-text-blocks";

export function generateMetadata(): Metadata {
  return { title: getTranslator("privacy")("title") };
}

/** For everybody, signed in or not: Meta asks every app for its address (Meta docs: app review). */
export default async function PrivacyPage() {
  await connection();
  const { text } = await getPrivacyText(getDb());
  return (
    <PublicPage title={getTranslator("privacy")("title")}>
      <TextBlocks blocks={toTextBlocks(text)} />
    </PublicPage>
  );
}
