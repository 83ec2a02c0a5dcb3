"use client";

import { type ReactNode, useMemo, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { formatBytes } from "@/lib/i18n/format-bytes";
import { formatJsonText } from "./format-json-text";

type View = "formatted" | "raw" | "headers";

/** The bytes as Meta sent them: laid out, untouched, and what came with them. */
export function Payload({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations("notifications.payload");
  const locale = useLocale();
  const { rawBody, headers, sizeBytes } = notification;
  const formatted = useMemo(() => formatJsonText(rawBody), [rawBody]);
  const [view, setView] = useState<View>(formatted === null ? "raw" : "formatted");
  const headerList = Object.entries(headers);
  return (
    <Tabs<View>
      label={t("label")}
      value={view}
      onValueChange={setView}
      tabs={[
        { value: "formatted", label: t("formatted") },
        { value: "raw", label: t("raw") },
        { value: "headers", label: t("headers") },
      ]}
    >
      <TabPanel value="formatted" className="pt-3">
        {formatted === null ? (
          <p className="text-soft">{t("notJson")}</p>
        ) : (
          <>
            <Bar>
              <CopyButton size="sm" text={formatted} label={t("copyJson")} />
            </Bar>
            <Code>{formatted}</Code>
          </>
        )}
      </TabPanel>
      <TabPanel value="raw" className="pt-3">
        <Bar>
          <p className="flex-1 text-xs text-soft">{t("rawHint", { size: formatBytes(sizeBytes, locale) })}</p>
          <CopyButton size="sm" text={rawBody} label={t("copyRaw")} />
        </Bar>
        <Code>{rawBody}</Code>
      </TabPanel>
      <TabPanel value="headers" className="pt-3">
        {headerList.length === 0 ? (
          <p className="text-soft">{t("noHeaders")}</p>
        ) : (
          <Facts className="font-mono text-xs max-md:grid-cols-1 max-md:gap-y-0.5">
            {headerList.map(([name, value]) => (
              <Fact key={name} label={name}>
                <span className="break-all max-md:mb-2 max-md:block">{value}</span>
              </Fact>
            ))}
          </Facts>
        )}
      </TabPanel>
    </Tabs>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return <div className="mb-2 flex flex-wrap items-center justify-end gap-2">{children}</div>;
}

/** Lines wrap and the screen scrolls: a box that scrolls by itself is a trap on a phone. */
function Code({ children }: { children: string }) {
  return (
    <pre className="rounded-md border bg-canvas p-3 font-mono text-xs break-words whitespace-pre-wrap">{children}</pre>
  );
}
