import type { Metadata } from "next";
import { AppScreen } from "@/components/app/app-screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("app")("title") };
}

export default function FacebookAppScreen() {
  return <AppScreen />;
}
