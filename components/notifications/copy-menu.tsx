"use client";

import { ChevronDown, Copy, FileJson, Link2, SquareTerminal } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { bodyFileName } from "./body-file-name";
import { formatJsonText } from "./format-json-text";
import { needsBodyFile, toCurl } from "./to-curl";
import { useCopy } from "./use-copy";

/** The payload, a command that sends it again, or where it is to be found. */
export function CopyMenu({ notification }: { notification: NotificationDetail }) {
  const t = useTranslations("notifications.copy");
  const copy = useCopy();
  const { id, rawBody, headers, isCut } = notification;
  return (
    <Menu
      trigger={
        <Button>
          <Copy aria-hidden="true" />
          {t("button")}
          <ChevronDown aria-hidden="true" className="text-faint" />
        </Button>
      }
    >
      <MenuItem onClick={() => void copy(formatJsonText(rawBody) ?? rawBody, t("jsonDone"))}>
        <FileJson />
        {t("json")}
      </MenuItem>
      {!isCut && (
        <MenuItem
          onClick={() => {
            const url = `${window.location.origin}/api/webhook`;
            const contentType = headers["content-type"];
            const fileName = bodyFileName(id);
            const command = toCurl({ url, rawBody, contentType, fileName, fileNote: t("curlFile") });
            void copy(command, t(needsBodyFile(rawBody) ? "curlFileDone" : "curlDone"));
          }}
        >
          <SquareTerminal />
          {t("curl")}
        </MenuItem>
      )}
      <MenuItem
        onClick={() => void copy(`${window.location.origin}/notifications/${encodeURIComponent(id)}`, t("linkDone"))}
      >
        <Link2 />
        {t("link")}
      </MenuItem>
    </Menu>
  );
}
