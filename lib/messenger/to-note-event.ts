import type { NoteEvent, OptinEvent } from "./messaging-event";
import { asId, asNodeId, asNumber, asObject, asString, type JsonObject } from "./read-json";
import type { NoteKind, ThreadNote } from "./thread-note";
import { toReferral } from "./to-referral";

const MAX_ANSWERS = 100;

/** What a system line tells of an event. `item` holds what stands beside the property that names it. */
export function toNoteEvent(kind: NoteKind, body: JsonObject, item: JsonObject): NoteEvent {
  if (kind === "optin") {
    const oneTimeToken = body.type === "one_time_notif_req" ? asId(body.one_time_notif_token) : null;
    return { kind, note: toOptin(body), oneTimeToken };
  }
  return { kind, note: toNote(kind, body, item) } as NoteEvent;
}

function toNote(kind: Exclude<NoteKind, "optin">, body: JsonObject, item: JsonObject): ThreadNote {
  switch (kind) {
    case "referral":
      return { kind, ...toReferral(body), answers: toPairs(asObject(item.lead)?.data, "question", "answer") };
    case "account_linking":
      return { kind, isLinked: body.status === "linked" };
    case "pass_thread_control":
    case "take_thread_control":
      return {
        kind,
        fromAppId: asNodeId(body.previous_owner_app_id),
        toAppId: asNodeId(body.new_owner_app_id),
        metadata: asString(body.metadata),
      };
    case "request_thread_control":
      return { kind, byAppId: asNodeId(body.requested_owner_app_id), metadata: asString(body.metadata) };
    case "policy_enforcement":
      return { kind, action: asString(body.action), reason: asString(body.reason) };
    case "feedback":
      return { kind, answers: asList(body.feedback_screens).flatMap(toFeedbackAnswers).slice(0, MAX_ANSWERS) };
    case "response_feedback":
      return { kind, feedback: asString(body.feedback), mid: asId(body.mid) };
    case "customer_information":
      return {
        kind,
        answers: asList(body.screens)
          .flatMap((screen) => toPairs(screen.responses, "key", "value"))
          .slice(0, MAX_ANSWERS),
      };
    case "lead_form":
      return { kind, formId: asId(body.id) };
    case "order":
      return { kind, note: asString(body.note), products: asList(body.products).map(toProduct) };
    case "coupon":
      return { kind, code: asString(body.coupon_code) };
    case "game_play":
      return { kind, gameId: asId(body.game_id), score: asNumber(body.score) };
    case "label": {
      const label = asObject(body.label);
      return { kind, isAdded: body.action !== "remove", label: asString(label?.page_label_name) ?? asId(label?.id) };
    }
    case "payment":
    case "checkout_update":
    case "pre_checkout":
      return { kind };
  }
}

const OPTIN_TYPES: Readonly<Record<string, "one_time" | "marketing">> = {
  one_time_notif_req: "one_time",
  notification_messages: "marketing",
};
const OPTIN_STATUS: Readonly<Record<string, "stopped" | "resumed">> = {
  "STOP NOTIFICATIONS": "stopped",
  "RESUME NOTIFICATIONS": "resumed",
};

/** (Meta docs: messaging_optins.) */
function toOptin(body: JsonObject): OptinEvent["note"] {
  return {
    kind: "optin",
    type: OPTIN_TYPES[asString(body.type) ?? ""] ?? "plugin",
    status: OPTIN_STATUS[asString(body.notification_messages_status) ?? ""] ?? "granted",
    title: asString(body.title),
    topic: asString(body.ref) ?? asString(body.payload),
  };
}

/** `questions` of one screen, by id; a follow-up is an answer of its own (Meta docs: customer feedback template). */
function toFeedbackAnswers(screen: JsonObject) {
  return Object.entries(asObject(screen.questions) ?? {}).flatMap(([question, value]) => {
    const given = asObject(value) ?? {};
    return [given, asObject(given.follow_up)]
      .filter((answer) => answer !== null)
      .map(({ type, payload }) => ({ question, type: asString(type), answer: asString(payload) ?? "" }));
  });
}

function toPairs(value: unknown, question: string, answer: string) {
  return asList(value)
    .map((pair) => ({ question: asString(pair[question]) ?? "", answer: asString(pair[answer]) ?? "" }))
    .slice(0, MAX_ANSWERS);
}

function toProduct(product: JsonObject) {
  return {
    name: asString(product.name) ?? asId(product.retailer_id) ?? asId(product.id),
    quantity: asNumber(product.quantity),
    unitPrice: asNumber(product.unit_price),
    currency: asString(product.currency),
  };
}

function asList(value: unknown): JsonObject[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_ANSWERS).map((item) => asObject(item) ?? {});
}
