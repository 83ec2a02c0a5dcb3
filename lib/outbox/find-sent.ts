import type { MediaType, OutgoingContent } from "@/lib/messenger/outgoing-content";

/** A message of ours of which nobody knows whether Meta has it. */
export type Unconfirmed = { messageId: number; content: OutgoingContent; attemptMs: number };
/** One that Meta's conversation shows. `attached`: null where Meta does not tell what kind of file it is. */
export type Told = {
  mid: string;
  createdMs: number;
  isFromPerson: boolean;
  text: string;
  attached: readonly (MediaType | null)[];
};

/** Meta tells whole seconds, and its clock is not ours. */
const SKEW_MS = 60_000;

/**
 * Finds unconfirmed messages in what Meta's conversation shows. One counts as found when exactly one message there can be
 * it, and that one can be no other of them: said by the Page, not before the attempt, with the same words or kind of file.
 *
 * @param isTaken whether a mid is known here as another message than the one given
 * @returns `found`: mids by message id; `absent`: those that nothing there can be, however Meta may have changed a file
 */
export function findSent(
  unconfirmed: readonly Unconfirmed[],
  told: readonly Told[],
  isTaken: (mid: string, messageId: number) => boolean,
): { found: Map<number, string>; absent: Set<number> } {
  const candidates = unconfirmed.map(({ messageId, content, attemptMs }) => {
    const others = told.filter(
      ({ mid, isFromPerson, createdMs }) =>
        !isFromPerson && createdMs >= attemptMs - SKEW_MS && !isTaken(mid, messageId),
    );
    const mids = others.filter((other) => isLike(content, other)).map(({ mid }) => mid);
    return { messageId, mids, isAbsent: !others.some((other) => canBe(content, other)) };
  });
  const claims = new Map<string, number>();
  for (const mid of candidates.flatMap(({ mids }) => mids)) claims.set(mid, (claims.get(mid) ?? 0) + 1);
  const found = new Map<number, string>();
  for (const { messageId, mids } of candidates) {
    const [mid] = mids;
    if (mid !== undefined && mids.length === 1 && claims.get(mid) === 1) found.set(messageId, mid);
  }
  const absent = new Set(candidates.filter(({ isAbsent }) => isAbsent).map(({ messageId }) => messageId));
  return { found, absent };
}

/**
 * Whether not seeing a message of this kind there says that it is not there: nobody tells how Meta writes down cards and
 * utility templates.
 */
export function isRecognisable({ text, attachment }: OutgoingContent): boolean {
  return text !== undefined || attachment !== undefined;
}

/**
 * Whether what Meta shows goes back far enough to say that a message is not there.
 * @param most how many messages Meta shows at most
 */
export function goesBackTo(told: readonly Told[], attemptMs: number, most: number): boolean {
  return told.length < most || told.some(({ createdMs }) => createdMs < attemptMs - SKEW_MS);
}

function isLike({ text, attachment, utility, template }: OutgoingContent, told: Told): boolean {
  const words = text ?? utility?.preview ?? (template?.type === "button" ? template.text : undefined);
  if (words !== undefined) return normalise(told.text) === normalise(words);
  return attachment !== undefined && told.text === "" && told.attached[0] === attachment.type;
}

/** Meta turns files into other kinds, a recording into a video: any file there may be the one that was sent. */
function canBe(content: OutgoingContent, told: Told): boolean {
  return isLike(content, told) || (content.attachment !== undefined && told.text === "");
}

const normalise = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();
