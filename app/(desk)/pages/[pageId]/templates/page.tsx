import type { Metadata } from "next";
import { TemplatesScreen } from "@/components/templates/templates-screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("templates")("title") };
}

export default async function PageScreen({ params }: { params: Promise<{ pageId: string }> }) {
  const { pageId } = await params;
  return <TemplatesScreen pageId={decodeURIComponent(pageId)} />;
}
