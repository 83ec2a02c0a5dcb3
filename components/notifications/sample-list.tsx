import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/get-translator";
import { type AttachmentType, type EventKind, FIELD_OF_KIND } from "@/lib/messenger/messaging-event";
import type { Sample } from "@/lib/messenger/samples/sample";
import { ATTACHMENT_SAMPLES, SAMPLES } from "@/lib/messenger/samples/samples";
import { formatJsonText } from "./format-json-text";

const kinds = Object.keys(SAMPLES) as EventKind[];
const attachmentTypes = Object.keys(ATTACHMENT_SAMPLES) as AttachmentType[];

/** What Meta can send, with samples, and what this desk makes of it. Ids are invented. */
export function SampleList() {
  const t = getTranslator("notifications.samples");
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-3xl text-soft">{t("intro")}</p>
      <section aria-labelledby="samples-events">
        <h2 id="samples-events" className="mb-2 text-base font-semibold">
          {t("events")}
        </h2>
        <div className="divide-y overflow-hidden rounded-lg border bg-surface">
          {kinds.map((kind) => (
            <SampleGroup key={kind} id={kind} name={FIELD_OF_KIND[kind]} samples={SAMPLES[kind]}>
              {t(`becomes.${kind}`)}
            </SampleGroup>
          ))}
        </div>
      </section>
      <section aria-labelledby="samples-attachments">
        <h2 id="samples-attachments" className="mb-1 text-base font-semibold">
          {t("attachments")}
        </h2>
        <p className="mb-2 text-soft">{t("attachmentsBody")}</p>
        <div className="divide-y overflow-hidden rounded-lg border bg-surface">
          {attachmentTypes.map((type) => (
            <SampleGroup key={type} id={`attachment-${type}`} name="messages" samples={ATTACHMENT_SAMPLES[type]}>
              <span className="font-mono text-xs">{type}</span>
            </SampleGroup>
          ))}
        </div>
      </section>
    </div>
  );
}

type SampleGroupProps = { id: string; name: string; samples: readonly Sample[]; children: ReactNode };

function SampleGroup({ id, name, samples, children }: SampleGroupProps) {
  const t = getTranslator("notifications.samples");
  return (
    <details id={id} className="group">
      <summary className="flex min-h-10 list-none items-center gap-3 px-3 py-1.5 outline-offset-[-2px] hover:bg-hover max-md:min-h-11">
        <ChevronRight aria-hidden="true" className="text-faint transition-transform group-open:rotate-90" />
        <code className="w-64 shrink-0 font-mono text-xs font-medium break-all max-md:w-36">{name}</code>
        <span className="min-w-0 flex-1">{children}</span>
        <span className="text-xs whitespace-nowrap text-soft">{t("count", { count: samples.length })}</span>
      </summary>
      <ul className="flex flex-col gap-3 px-3 pt-1 pb-4 md:pl-10">
        {samples.map((sample) => (
          <li key={sample.title}>
            <p className="mb-1 flex flex-wrap items-center gap-2">
              {sample.title}
              {sample.object === "instagram" && <Badge>Instagram</Badge>}
              {sample.channel !== "messaging" && <Badge>{sample.channel}</Badge>}
            </p>
            <pre className="rounded-md border bg-canvas p-3 font-mono text-xs break-words whitespace-pre-wrap">
              {formatJsonText(sample.item) ?? sample.item}
            </pre>
          </li>
        ))}
      </ul>
    </details>
  );
}
