import type { Metadata } from "next";
import { PageDetail } from "@/components/pages/page-detail";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("pages")("title") };
}

export default async function PageScreen({ params }: { params: Promise<{ pageId: string }> }) {
  const { pageId } = await params;
  return <PageDetail pageId={decodeURIComponent(pageId)} />;
}
