import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { AppProviders } from "@/components/providers/app-providers";
import { getTranslator } from "@/lib/i18n/get-translator";
import { locale, messages } from "@/lib/i18n/messages";
import "./globals.css";

export function generateMetadata(): Metadata {
  const product = getTranslator("shell")("product");
  return { title: { default: product, template: `%s · ${product}` }, robots: { index: false, follow: false } };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  // The composer stays above the on-screen keyboard.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1114" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // next-themes sets the class before React looks, so the two may differ here and only here.
    <html lang={locale} className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <AppProviders locale={locale} messages={messages} nonce={nonce}>
          <div className="isolate min-h-dvh">{children}</div>
        </AppProviders>
      </body>
    </html>
  );
}
