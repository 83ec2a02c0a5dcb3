import type { Metadata } from "next";
import { Door } from "@/components/auth/door";
import { JoinScreen } from "@/components/auth/join-screen";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("auth.join")("title") };
}

export default function JoinPage() {
  return (
    <Door>
      <JoinScreen />
    </Door>
  );
}
