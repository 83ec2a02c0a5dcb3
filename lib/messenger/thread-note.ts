import type { Referral } from "./messaging-event";

type Answer = { question: string; answer: string };

/** What a system line in a thread tells, by kind of event. Tokens and authorization codes are never part of it. */
export type ThreadNote =
  | {
      kind: "optin";
      type: "plugin" | "one_time" | "marketing";
      status: "granted" | "stopped" | "resumed";
      title: string | null;
      /** `ref` of a plugin, or the payload of a request. */
      topic: string | null;
    }
  | ({ kind: "referral"; answers: Answer[] } & Referral)
  | { kind: "account_linking"; isLinked: boolean }
  | { kind: "pass_thread_control"; fromAppId: string | null; toAppId: string | null; metadata: string | null }
  | { kind: "take_thread_control"; fromAppId: string | null; toAppId: string | null; metadata: string | null }
  | { kind: "request_thread_control"; byAppId: string | null; metadata: string | null }
  | { kind: "policy_enforcement"; action: string | null; reason: string | null }
  /** `type` of a question as Meta names it: `csat`, `nps`, `ces`, `free_form` (Meta docs: customer feedback template). */
  | { kind: "feedback"; answers: (Answer & { type: string | null })[] }
  | { kind: "response_feedback"; feedback: string | null; mid: string | null }
  | { kind: "customer_information"; answers: Answer[] }
  | { kind: "lead_form"; formId: string | null }
  | {
      kind: "order";
      note: string | null;
      products: { name: string | null; quantity: number | null; unitPrice: number | null; currency: string | null }[];
    }
  | { kind: "coupon"; code: string | null }
  | { kind: "game_play"; gameId: string | null; score: number | null }
  | { kind: "payment" }
  | { kind: "checkout_update" }
  | { kind: "pre_checkout" }
  | { kind: "label"; isAdded: boolean; label: string | null };

export type NoteKind = ThreadNote["kind"];

type NoteTraits = {
  /** The person did it: it brings the conversation up in the list, as its preview. */
  isActivity: boolean;
  /** It holds something that somebody has to read. */
  isUnread: boolean;
};

const done: NoteTraits = { isActivity: true, isUnread: false };
const sent: NoteTraits = { isActivity: true, isUnread: true };
const aside: NoteTraits = { isActivity: false, isUnread: false };

export const NOTE_TRAITS: Readonly<Record<NoteKind, NoteTraits>> = {
  optin: done,
  referral: done,
  account_linking: done,
  pass_thread_control: aside,
  take_thread_control: aside,
  request_thread_control: aside,
  policy_enforcement: aside,
  feedback: sent,
  response_feedback: aside,
  customer_information: sent,
  lead_form: sent,
  order: sent,
  coupon: sent,
  game_play: aside,
  payment: aside,
  checkout_update: aside,
  pre_checkout: aside,
  label: aside,
};
export const NOTE_KINDS = Object.keys(NOTE_TRAITS) as NoteKind[];
