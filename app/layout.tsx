import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import Script from "next/script";
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

/**
 * Facebook's login dialog hangs `#_=_` onto the address it sends people back to. It is taken off before Next's router
 * looks: the router would remember it and bring it back with every later visit of that page.
 */
const WITHOUT_FACEBOOK_MARK =
  'if (location.hash === "#_=_") history.replaceState(null, "", location.pathname + location.search);';

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // next-themes sets the class before React looks, so the two may differ here and only here.
    <html lang={locale} className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>
        <Script id="without-facebook-mark" strategy="beforeInteractive" nonce={nonce}>
          {WITHOUT_FACEBOOK_MARK}
        </Script>
        <AppProviders locale={locale} messages={messages} nonce={nonce}>
          <div className="isolate min-h-dvh">{children}</div>
        </AppProviders>
      </body>
    </html>
  );
}
