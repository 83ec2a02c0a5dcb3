import { LIMITS, type OutgoingButton, type OutgoingTemplate } from "@/lib/messenger/outgoing-content";
import { countOver } from "./count-over";

/** A button while it is written: `value` is its payload, address or phone number. */
export type ButtonDraft = { key: string; type: OutgoingButton["type"]; title: string; value: string };
export type CardDraft = {
  key: string;
  title: string;
  subtitle: string;
  imageUrl: string;
  url: string;
  buttons: ButtonDraft[];
};
/** A template while it is written: anything may be missing still. */
export type TemplateDraft =
  | { kind: "button"; text: string; buttons: ButtonDraft[] }
  | { kind: "generic"; cards: CardDraft[] };

/** What is wrong with a field; each has its sentence under `compose.template.problem`. */
export type TemplateProblem = "empty" | "long" | "address" | "phone" | "bare";
/** By field: `text`, `buttons.0.value`, `cards.1.title`, or `cards.1` for a card as a whole. */
export type TemplateProblems = Readonly<Record<string, TemplateProblem>>;

export const CARD_LIMITS = {
  title: LIMITS.elementTitle,
  subtitle: LIMITS.elementSubtitle,
  imageUrl: LIMITS.urlCharacters,
  url: LIMITS.urlCharacters,
};
/** Of `value`. A phone number is told by its pattern alone. */
export const BUTTON_LIMITS: Record<ButtonDraft["type"], number> = {
  postback: LIMITS.payload,
  web_url: LIMITS.urlCharacters,
  phone_number: Number.POSITIVE_INFINITY,
};

const PHONE = /^\+\d{5,15}$/;

export function newButton(): ButtonDraft {
  return { key: newKey(), type: "postback", title: "", value: "" };
}

export function newCard(): CardDraft {
  return { key: newKey(), title: "", subtitle: "", imageUrl: "", url: "", buttons: [] };
}

/** One of its kind, with what it needs at least. */
export function newTemplate(kind: TemplateDraft["kind"]): TemplateDraft {
  return kind === "button" ? { kind, text: "", buttons: [newButton()] } : { kind, cards: [newCard()] };
}

// Of this device and this draft alone: they tell fields apart while others are taken out between them.
function newKey(): string {
  return Math.random().toString(36).slice(2);
}

/** What keeps a template from going out (Meta docs: button template, generic template). */
export function findTemplateProblems(draft: TemplateDraft): TemplateProblems {
  const problems: Record<string, TemplateProblem> = {};
  if (draft.kind === "button") {
    if (isBlank(draft.text)) problems.text = "empty";
    if (countOver(draft.text, LIMITS.buttonTemplateText) > 0) problems.text = "long";
    checkButtons(draft.buttons, "buttons", problems);
    return problems;
  }
  draft.cards.forEach((card, index) => {
    const path = `cards.${index}`;
    if (isBlank(card.title)) problems[`${path}.title`] = "empty";
    for (const field of ["imageUrl", "url"] as const) {
      if (!isBlank(card[field]) && !isWebAddress(card[field])) problems[`${path}.${field}`] = "address";
    }
    for (const field of ["title", "subtitle", "imageUrl", "url"] as const) {
      if (countOver(card[field], CARD_LIMITS[field]) > 0) problems[`${path}.${field}`] = "long";
    }
    // Meta takes no card of a title alone.
    const hasMore = [card.subtitle, card.imageUrl, card.url].some((text) => !isBlank(text)) || card.buttons.length > 0;
    if (!hasMore) problems[path] = "bare";
    checkButtons(card.buttons, `${path}.buttons`, problems);
  });
  return problems;
}

function checkButtons(buttons: readonly ButtonDraft[], path: string, problems: Record<string, TemplateProblem>) {
  buttons.forEach(({ type, title, value }, index) => {
    if (isBlank(title)) problems[`${path}.${index}.title`] = "empty";
    if (countOver(title, LIMITS.buttonTitle) > 0) problems[`${path}.${index}.title`] = "long";
    const at = `${path}.${index}.value`;
    if (type === "web_url" && !isWebAddress(value)) problems[at] = "address";
    if (type === "phone_number" && !PHONE.test(toPhoneNumber(value))) problems[at] = "phone";
    if (countOver(value, BUTTON_LIMITS[type]) > 0) problems[at] = "long";
  });
}

/** The parts there are: each has its key. */
export function toKeys(draft: TemplateDraft): string[] {
  const buttons = draft.kind === "button" ? draft.buttons : draft.cards.flatMap((card) => card.buttons);
  const cards = draft.kind === "button" ? [] : draft.cards;
  return [...cards, ...buttons].map(({ key }) => key);
}

/**
 * Those somebody should be shown: what is too long at once, anything else only once sending was tried, and not for a part
 * that was added after that.
 * @param triedKeys the parts there were when sending was tried; null when it was not
 */
export function toShownProblems(
  problems: TemplateProblems,
  draft: TemplateDraft,
  triedKeys: readonly string[] | null,
): TemplateProblems {
  const isShown = ([path, problem]: [string, TemplateProblem]) =>
    problem === "long" || (triedKeys !== null && keysAt(draft, path).every((key) => triedKeys.includes(key)));
  return Object.fromEntries(Object.entries(problems).filter(isShown));
}

/** The keys of the parts a problem is in, from the outermost. */
function keysAt(draft: TemplateDraft, path: string): string[] {
  const [, first, second, third] = path.split(".");
  if (draft.kind === "button") return path === "text" ? [] : [draft.buttons[Number(first)]?.key ?? ""];
  const card = draft.cards[Number(first)];
  const button = second === "buttons" ? card?.buttons[Number(third)] : undefined;
  return [card, button].flatMap((part) => part?.key ?? []);
}

/** As it is shown and sent. What is missing still is left empty. */
export function toTemplate(draft: TemplateDraft): OutgoingTemplate {
  if (draft.kind === "button") {
    return { type: "button", text: draft.text.trim(), buttons: draft.buttons.map(toButton) };
  }
  return {
    type: "generic",
    elements: draft.cards.map(({ title, subtitle, imageUrl, url, buttons }) => ({
      title: title.trim(),
      ...(isBlank(subtitle) ? {} : { subtitle: subtitle.trim() }),
      ...(isBlank(imageUrl) ? {} : { imageUrl: imageUrl.trim() }),
      ...(isBlank(url) ? {} : { url: url.trim() }),
      ...(buttons.length === 0 ? {} : { buttons: buttons.map(toButton) }),
    })),
  };
}

function toButton({ type, title: given, value: written }: ButtonDraft): OutgoingButton {
  const [title, value] = [given.trim(), written.trim()];
  switch (type) {
    case "web_url":
      return { type, title, url: value };
    case "phone_number":
      return { type, title, phoneNumber: toPhoneNumber(value) };
    case "postback":
      return { type, title, payload: value === "" ? title : value };
  }
}

/** Whether Meta can fetch it: an http(s) address of a length it takes. */
export function isWebAddress(text: string): boolean {
  const address = text.trim();
  return /^https?:\/\//i.test(address) && address.length <= LIMITS.urlCharacters && URL.canParse(address);
}

/** Numbers are written with blanks, dashes and brackets, and sent without. */
function toPhoneNumber(text: string): string {
  return text.replace(/[\s().-]/g, "");
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
