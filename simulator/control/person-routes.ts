import type { Attachment } from "../people/person-actions";
import type { PersonHandle } from "../people/person-handle";
import type { ControlledSimulator, ControlRoute } from "./control-routes";
import { describeReceived, describeThread } from "./describe-state";
import { type ControlInput, choice, optionalNumber, optionalObject, optionalText, text } from "./read-input";

/** `/people/{name or key}/{page}/…`: one person on one Page. `channel` in the input chooses Instagram. */
function onPerson(
  action: string,
  run: (person: PersonHandle, input: ControlInput) => unknown,
  method: ControlRoute["method"] = "POST",
): ControlRoute {
  return {
    method,
    path: new RegExp(`^/people/([^/]+)/([^/]+)/${action}$`),
    run: (simulator, input, [name = "", page = ""]) => run(getPerson(simulator, input, name, page), input),
  };
}

function getPerson(simulator: ControlledSimulator, input: ControlInput, name: string, page: string): PersonHandle {
  return simulator.person(name, page, choice(input, "channel", ["messenger", "instagram"]));
}

/** What people do in their threads. */
export const PERSON_ROUTES: readonly ControlRoute[] = [
  onPerson(
    "thread",
    (person) => ({ ...describeThread(person.thread, person.nowMs()), messages: person.thread.messages }),
    "GET",
  ),
  onPerson("received", (person) => describeReceived(person.received()), "GET"),
  onPerson("says", (person, input) => ({
    message: person.says(text(input, "text"), {
      replyToMid: optionalText(input, "replyToMid"),
      referral: optionalObject(input, "referral"),
      more: optionalObject(input, "more"),
      atMs: optionalNumber(input, "atMs"),
    }),
  })),
  onPerson("sends", (person, input) => ({ message: person.sends(...readAttachments(input)) })),
  onPerson("sends-image", (person, input) => ({ message: person.sendsImage(optionalText(input, "name")) })),
  onPerson("taps", (person, input) => ({ message: person.taps(text(input, "title")) })),
  onPerson("postback", (person, input) =>
    person.postback(text(input, "title"), text(input, "payload"), optionalObject(input, "referral")),
  ),
  onPerson("reacts", (person, input) =>
    person.reacts(optionalText(input, "reaction") ?? null, {
      mid: optionalText(input, "mid"),
      emoji: optionalText(input, "emoji"),
    }),
  ),
  onPerson("edits", (person, input) => person.edits(text(input, "text"), optionalText(input, "mid"))),
  onPerson("unsends", (person, input) => person.unsends(optionalText(input, "mid"))),
  onPerson("reads", (person) => person.reads()),
  onPerson("follows-link", (person, input) => person.followsLink(text(input, "ref"), optionalText(input, "source"))),
  onPerson("opts-in", (person, input) => person.optsIn(optionalObject(input, "optin") ?? {})),
  onPerson("agrees-to-notification", (person, input) => ({
    token: person.agreesToNotification(optionalText(input, "mid")),
  })),
  onPerson("blocks", (person) => person.blocks()),
  onPerson("unblocks", (person) => person.unblocks()),
];

function readAttachments({ attachments }: ControlInput): Attachment[] {
  if (!Array.isArray(attachments)) throw new Error('"attachments" must be a list.');
  return attachments.map((attachment: unknown) => {
    if (typeof attachment !== "object" || attachment === null || !("type" in attachment)) {
      throw new Error('Every attachment needs a "type".');
    }
    return { ...attachment, type: String(attachment.type) };
  });
}
