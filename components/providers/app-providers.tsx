"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { IntlProvider, type Locale, type Messages } from "use-intl";
import { Toasts } from "@/components/ui/toast";
import { makeQueryClient } from "./make-query-client";

type AppProvidersProps = {
  locale: Locale;
  messages: Messages;
  /** Of this request's Content-Security-Policy; undefined where there is none. */
  nonce: string | undefined;
  children: ReactNode;
};

// On the server this is the server's zone, in the browser the reader's: times are shown in the browser only.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

/** Everything the components lean on: texts, theme, server state, URL state, toasts. */
export function AppProviders({ locale, messages, nonce, children }: AppProvidersProps) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
      <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
        <CSPProvider nonce={nonce}>
          <QueryClientProvider client={queryClient}>
            <NuqsAdapter>
              {children}
              <Toasts />
            </NuqsAdapter>
          </QueryClientProvider>
        </CSPProvider>
      </ThemeProvider>
    </IntlProvider>
  );
}
