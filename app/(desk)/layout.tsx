import type { ReactNode } from "react";
import { LiveProvider } from "@/components/live/live-provider";
import { LiveMarks } from "@/components/shell/live-marks";
import { Rail } from "@/components/shell/rail";
import { RoleProvider } from "@/components/shell/role-context";
import { TopBar } from "@/components/shell/top-bar";
import { WebhookBanner } from "@/components/webhook-health/webhook-banner";
import { mayDo } from "@/lib/auth/permissions";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getTranslator } from "@/lib/i18n/get-translator";
import { getDesk } from "@/lib/runtime/desk";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const t = getTranslator("shell");
  return (
    <LiveProvider startsAfter={getDesk().bus.lastId}>
      <LiveMarks />
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-float"
      >
        {t("skipToContent")}
      </a>
      {/* The rail comes first for the keyboard, and last on a phone's screen. */}
      <div className="flex h-dvh max-md:flex-col-reverse">
        <Rail viewer={viewer} />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <TopBar />
          {mayDo(viewer, "webhook_health:read") && (
            <WebhookBanner mayInspect={mayDo(viewer, "webhook_failures:read")} />
          )}
          <main id="content" tabIndex={-1} className="relative min-h-0 flex-1 overflow-auto outline-none">
            <RoleProvider viewer={viewer}>{children}</RoleProvider>
          </main>
        </div>
      </div>
    </LiveProvider>
  );
}
