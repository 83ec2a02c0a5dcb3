import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareView } from "@/components/notifications/compare-view";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("notifications.compare")("title") };
}

type Search = Promise<{ a?: string | string[]; b?: string | string[] }>;

export default async function CompareScreen({ searchParams }: { searchParams: Search }) {
  const { a, b } = await searchParams;
  if (typeof a !== "string" || typeof b !== "string") notFound();
  return <CompareView a={a} b={b} />;
}
