import type { Metadata } from "next";
import { OneTimeScreen } from "@/components/one-time/one-time-screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("onetime")("title") };
}

export default async function PageScreen({ params }: { params: Promise<{ pageId: string }> }) {
  const { pageId } = await params;
  return <OneTimeScreen pageId={decodeURIComponent(pageId)} />;
}
