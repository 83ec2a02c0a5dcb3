"use client";

import { useTranslations } from "use-intl";
import type { ThreadNote } from "@/lib/messenger/thread-note";
import { useThreadFrame } from "./thread-frame";
import { useAppName } from "./use-app-name";
import { useReferralText } from "./use-referral-text";

/** What Meta calls its thumbs (Meta docs: response feedback). */
const THUMBS: ReadonlyMap<string, "up" | "down"> = new Map([
  ["Good response", "up"],
  ["Bad response", "down"],
]);
const ACTIONS: ReadonlyMap<string, "block" | "warning" | "unblock"> = new Map([
  ["block", "block"],
  ["warning", "warning"],
  ["unblock", "unblock"],
]);

/** A function that says in one plain sentence what was done. */
export function useNoteText(): (note: ThreadNote) => string {
  const t = useTranslations("inbox.note");
  const { customerName: name, channel } = useThreadFrame();
  const appName = useAppName(channel);
  const referralText = useReferralText();
  return (note) => {
    switch (note.kind) {
      case "optin": {
        const subject = note.title ?? note.topic;
        const what = note.status === "granted" ? note.type : note.status;
        return t(`optin.${what}`, { name, ...named(subject), subject: subject ?? "" });
      }
      case "referral":
        return referralText(note);
      case "account_linking":
        return t(note.isLinked ? "linked" : "unlinked", { name });
      case "pass_thread_control": {
        const from = { ...named(note.fromAppId), from: appName(note.fromAppId) };
        return note.toAppId === null ? t("released", from) : t("passed", { ...from, to: appName(note.toAppId) });
      }
      case "take_thread_control":
        return t("taken", { ...named(note.fromAppId), from: appName(note.fromAppId), to: appName(note.toAppId) });
      case "request_thread_control":
        return t("requested", { by: appName(note.byAppId) });
      case "policy_enforcement": {
        if (note.action === null) return t("policy.unnamed");
        return t(`policy.${ACTIONS.get(note.action) ?? "other"}`, { action: note.action });
      }
      case "feedback":
        return t("feedback", { name });
      case "response_feedback": {
        if (note.feedback === null) return t("thumb.unnamed", { name });
        return t(`thumb.${THUMBS.get(note.feedback) ?? "other"}`, { name, feedback: note.feedback });
      }
      case "customer_information":
        return t("customerInformation", { name });
      case "lead_form":
        return t("leadForm", { name, ...named(note.formId), id: note.formId ?? "" });
      case "order":
        return t("order", { name, count: note.products.length });
      case "coupon":
        return t("coupon", { name, ...named(note.code), code: note.code ?? "" });
      case "game_play":
        return t("game", { name, ...named(note.score), score: note.score ?? 0 });
      case "payment":
        return t("payment", { name });
      case "checkout_update":
        return t("checkoutUpdate", { name });
      case "pre_checkout":
        return t("preCheckout", { name });
      case "label":
        return t(note.isAdded ? "labelAdded" : "labelRemoved", { ...named(note.label), label: note.label ?? "" });
    }
  };
}

/** Which of two sentences a catalogue takes: with the thing named, or without. */
function named(thing: string | number | null) {
  return { named: thing === null || thing === "" ? "no" : "yes" };
}
