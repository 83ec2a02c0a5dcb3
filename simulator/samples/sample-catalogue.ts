import type { Sample } from "../../lib/messenger/samples/sample";
import { ATTACHMENT_SAMPLES, SAMPLES } from "../../lib/messenger/samples/samples";

type EventKind = keyof typeof SAMPLES;
type AttachmentType = keyof typeof ATTACHMENT_SAMPLES;

/** A kind of event, or a message with an attachment of a type. */
export type SampleKind = EventKind | `attachment:${AttachmentType}`;

export type NamedSample = Sample & { kind: SampleKind };

/** Everything that can be sent, by kind and title, the plainest of a kind first. */
export const SAMPLE_CATALOGUE: readonly NamedSample[] = [
  ...(Object.keys(SAMPLES) as EventKind[]).flatMap((kind) => SAMPLES[kind].map((sample) => ({ ...sample, kind }))),
  ...(Object.keys(ATTACHMENT_SAMPLES) as AttachmentType[]).flatMap((type) =>
    ATTACHMENT_SAMPLES[type].map((sample) => ({ ...sample, kind: `attachment:${type}` as const })),
  ),
];

/** The sample of this kind and title, or the plainest of the kind. @throws Error when there is none */
export function getSample(kind: string, title?: string): NamedSample {
  const found = SAMPLE_CATALOGUE.find(
    (sample) => sample.kind === kind && (title === undefined || sample.title === title),
  );
  if (found === undefined)
    throw new Error(`There is no sample ${title === undefined ? "" : `"${title}" `}of "${kind}".`);
  return found;
}
