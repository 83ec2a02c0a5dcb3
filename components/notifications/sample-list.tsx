import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { getTranslator } from "@/lib/i18n/get-translator";
import { type AttachmentType, type EventKind, FIELD_OF_KIND } from "@/lib/messenger/messaging-event";
import type { Sample } from "@/lib/messenger/samples/sample";
import { ATTACHMENT_SAMPLES, SAMPLES } from "@/lib/messenger/samples/samples";
import { formatJsonText } from "./format-json-text";

const kinds = Object.keys(SAMPLES) as EventKind[];
const fields = [...new Set(kinds.map((kind) => FIELD_OF_KIND[kind]))];
const kindsOf = (field: string) => kinds.filter((kind) => FIELD_OF_KIND[kind] === field);
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
          {fields.map((field) => (
            <SampleGroup key={field} id={field} name={field} samples={kindsOf(field).flatMap((kind) => SAMPLES[kind])}>
              {kindsOf(field).map((kind) => (
                <span key={kind} className="block">
                  {t(`becomes.${kind}`)}
                </span>
              ))}
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
            <SampleGroup key={type} id={`attachment-${type}`} name={type} samples={ATTACHMENT_SAMPLES[type]} />
          ))}
        </div>
      </section>
    </div>
  );
}

type SampleGroupProps = { id: string; name: string; samples: readonly Sample[]; children?: ReactNode };

function SampleGroup({ id, name, samples, children }: SampleGroupProps) {
  const t = getTranslator("notifications.samples");
  return (
    <details id={id} className="group">
      <summary className="flex min-h-10 list-none flex-wrap items-center gap-3 px-3 py-1.5 outline-offset-[-2px] hover:bg-hover max-md:min-h-11">
        <ChevronRight aria-hidden="true" className="text-faint transition-transform group-open:rotate-90" />
        <code className="w-64 shrink-0 font-mono text-xs font-medium break-all max-md:w-auto max-md:flex-1">
          {name}
        </code>
        <span className="min-w-0 flex-1 max-md:order-last max-md:basis-full max-md:pl-7 max-md:empty:hidden">
          {children}
        </span>
        <span className="text-xs whitespace-nowrap text-soft">{t("count", { count: samples.length })}</span>
      </summary>
      <ul className="flex flex-col gap-3 px-3 pt-1 pb-4 md:pl-10">
        {samples.map((sample) => {
          const text = formatJsonText(sample.item) ?? sample.item;
          return (
            <li key={sample.title}>
              <div className="mb-1 flex flex-wrap items-center gap-2">
                {sample.title}
                {sample.object === "instagram" && <Badge>Instagram</Badge>}
                {sample.channel !== "messaging" && <Badge>{sample.channel}</Badge>}
                <span className="ml-auto">
                  <CopyButton size="sm" text={text} />
                </span>
              </div>
              <pre className="rounded-md border bg-canvas p-3 font-mono text-xs break-words whitespace-pre-wrap">
                {text}
              </pre>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
