import { BASE_HEADERS } from "./lib/http/base-headers.mjs";

const headers = Object.entries(BASE_HEADERS).map(([key, value]) => ({ key, value }));

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // No picture of ours goes through Next's optimizer, which anybody could call otherwise.
  images: { unoptimized: true },
  // Texts are compiled on the server (lib/i18n/compile-messages.ts): 17 KB of parser stay out of the browser.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  // The Content Security Policy has a nonce in it, and is made in proxy.ts.
  // Browsers ask for it whatever the page says.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  // server.ts gives them to every answer; this is for where Next is the server.
  headers: async () => [{ source: "/:path*", headers }],
};
