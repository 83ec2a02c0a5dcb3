"use client";

import { Download } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button, buttonStyle } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { formatBytes } from "@/lib/i18n/format-bytes";
import { bodyFileName } from "./body-file-name";
import { JsonTree } from "./json-tree";
import { readJsonTokens } from "./read-json-tokens";
import { readJsonTree } from "./read-json-tree";

type View = "formatted" | "raw" | "headers";

/** What a browser lays out without a pause; the rest is a click, or a download, away. */
const TREE_CHARACTERS = 1_500_000;
const RAW_CHARACTERS = 100_000;

/** The bytes as Meta sent them: as a tree, untouched, and what came with them. */
export function Payload({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations("notifications.payload");
  const { rawBody, headers } = notification;
  const tokens = useMemo(() => (rawBody.length > TREE_CHARACTERS ? null : readJsonTokens(rawBody)), [rawBody]);
  const root = useMemo(() => (tokens === null ? null : readJsonTree(tokens)), [tokens]);
  const [view, setView] = useState<View>(tokens === null ? "raw" : "formatted");
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
        {tokens === null || root === null ? (
          <p className="text-soft">{t(rawBody.length > TREE_CHARACTERS ? "tooLarge" : "notJson")}</p>
        ) : (
          <JsonTree root={root} tokens={tokens} />
        )}
      </TabPanel>
      <TabPanel value="raw" className="pt-3">
        <RawBody notification={notification} />
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

function RawBody({ notification: { id, rawBody, sizeBytes, isMasked } }: { notification: NotificationDetail }) {
  const t = useTranslations("notifications.payload");
  const locale = useLocale();
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && rawBody.length > RAW_CHARACTERS;
  return (
    <>
      <Bar>
        <p className="flex-1 text-xs text-soft">
          {t(isMasked ? "rawMasked" : "rawHint", { size: formatBytes(sizeBytes, locale) })}
        </p>
        <CopyButton size="sm" text={rawBody} label={t("copyRaw")} />
        <a
          href={`/api/notifications/${encodeURIComponent(id)}/raw`}
          download={bodyFileName(id)}
          className={buttonStyle({ size: "sm" })}
        >
          <Download aria-hidden="true" />
          {t("download")}
        </a>
      </Bar>
      {/* Lines wrap and the screen scrolls: a box that scrolls by itself is a trap on a phone. */}
      <pre className="rounded-md border bg-canvas p-3 font-mono text-xs break-words whitespace-pre-wrap">
        {isCut ? rawBody.slice(0, RAW_CHARACTERS) : rawBody}
      </pre>
      {isCut && (
        <Button size="sm" className="mt-2" onClick={() => setWhole(true)}>
          {t("showWhole")}
        </Button>
      )}
    </>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return <div className="mb-2 flex flex-wrap items-center justify-end gap-2">{children}</div>;
}
