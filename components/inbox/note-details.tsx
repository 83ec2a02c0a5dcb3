"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { hasText } from "@/components/has-text";
import type { ThreadNote } from "@/lib/messenger/thread-note";
import { fieldLabel } from "./field-label";
import { OrderTable } from "./order-table";
import { uniqueKeys } from "./unique-keys";

const SHORT_TEXT = 140;
const FEW_ANSWERS = 4;

/** What came with something done: answers, products, a reason, some words. Long ones are folded. */
export function NoteDetails({ note }: { note: ThreadNote }) {
  const t = useTranslations("inbox.note");
  switch (note.kind) {
    case "order":
      return note.products.length > 0 || note.note ? <OrderTable order={note} /> : null;
    case "referral":
      return <Answers answers={note.answers} />;
    case "feedback":
      return <Answers answers={note.answers.map((each) => ({ ...each, question: questionLabel(each) }))} />;
    case "customer_information":
      return <Answers answers={note.answers.map((each) => ({ ...each, question: fieldLabel(each.question) }))} />;
    case "policy_enforcement":
      return <Words label={t("reason")} text={note.reason} />;
    case "pass_thread_control":
    case "take_thread_control":
    case "request_thread_control":
      return <Words label={t("said")} text={note.metadata} />;
    default:
      return null;
  }

  /** Questions have ids, not texts; their type says what was asked. */
  function questionLabel({ question, type }: { question: string; type: string | null }): string {
    const key = `scale.${type}` as "scale.csat";
    return hasText(t, key) ? t(key) : fieldLabel(question);
  }
}

function Words({ label, text }: { label: string; text: string | null }) {
  const t = useTranslations("inbox.note");
  if (text === null || text.trim() === "") return null;
  const words = (
    <p className="text-center [overflow-wrap:anywhere]">
      {label}: <bdi>{text}</bdi>
    </p>
  );
  return text.length <= SHORT_TEXT ? words : <Fold label={`${label}: ${t("more")}`}>{words}</Fold>;
}

function Answers({ answers }: { answers: readonly { question: string; answer: string }[] }) {
  const t = useTranslations("inbox.note");
  if (answers.length === 0) return null;
  const keys = uniqueKeys(answers.map(({ question }) => question));
  const isLong = answers.length > FEW_ANSWERS || answers.some(({ answer }) => answer.length > SHORT_TEXT);
  const list = (
    <dl className="grid grid-cols-[minmax(4rem,auto)_minmax(0,1fr)] gap-x-3 gap-y-1 rounded-md border bg-surface px-3 py-2 text-left">
      {answers.map(({ question, answer }, index) => (
        <div key={keys[index]} className="contents">
          <dt dir="auto" className="[overflow-wrap:anywhere]">
            {question || t("unasked")}
          </dt>
          <dd dir="auto" className="whitespace-pre-wrap text-ink [overflow-wrap:anywhere]">
            {answer || t("noAnswer")}
          </dd>
        </div>
      ))}
    </dl>
  );
  return isLong ? <Fold label={t("answers", { count: answers.length })}>{list}</Fold> : list;
}

function Fold({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details>
      <summary className="mx-auto w-fit rounded-sm max-md:py-3">{label}</summary>
      <div className="mt-1">{children}</div>
    </details>
  );
}
