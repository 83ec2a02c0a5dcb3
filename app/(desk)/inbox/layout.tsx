import type { Metadata } from "next";
import type { ReactNode } from "react";
import { InboxScreen } from "@/components/inbox/inbox-screen";
import { mayDo } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getEnv } from "@/lib/env";
import { getTranslator } from "@/lib/i18n/get-translator";

export function generateMetadata(): Metadata {
  return { title: getTranslator("inbox")("title") };
}

/**
 * The screen is the layout, so that list and stream stay as they are while one thread follows another: which one is
 * open is read from the address in the browser. The pages below it only make their addresses exist.
 */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const mayReadNotifications = mayDo(await requireViewer("conversations:read"), "notifications:read");
  const viewer = { appId: getEnv().FACEBOOK_APP_ID, mayReadNotifications };
  return (
    <>
      <InboxScreen viewer={viewer} />
      {children}
    </>
  );
}
