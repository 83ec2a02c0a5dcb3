"use client";

import {
  ArrowRightLeft,
  Bell,
  ClipboardList,
  CreditCard,
  Gamepad2,
  Link2,
  type LucideIcon,
  MapPin,
  ShieldAlert,
  ShoppingCart,
  Star,
  Tag,
  Ticket,
} from "lucide-react";
import type { Message } from "@/lib/api/schemas/inbox";
import type { NoteKind, ThreadNote } from "@/lib/messenger/thread-note";
import { NoteDetails } from "./note-details";
import { SystemLine } from "./system-line";
import { useNoteText } from "./use-note-text";

const ICONS: Readonly<Record<NoteKind, LucideIcon>> = {
  optin: Bell,
  referral: MapPin,
  account_linking: Link2,
  pass_thread_control: ArrowRightLeft,
  take_thread_control: ArrowRightLeft,
  request_thread_control: ArrowRightLeft,
  policy_enforcement: ShieldAlert,
  feedback: Star,
  response_feedback: Star,
  customer_information: ClipboardList,
  lead_form: ClipboardList,
  order: ShoppingCart,
  coupon: Ticket,
  game_play: Gamepad2,
  payment: CreditCard,
  checkout_update: CreditCard,
  pre_checkout: CreditCard,
  label: Tag,
};

/** Something done: one sentence, and below it what came with it. */
export function NoteLine({ message, note }: { message: Message; note: ThreadNote }) {
  const noteText = useNoteText();
  return (
    <SystemLine icon={ICONS[note.kind]} message={message} tone={toneOf(note)} details={<NoteDetails note={note} />}>
      {noteText(note)}
    </SystemLine>
  );
}

function toneOf(note: ThreadNote): "warn" | "bad" | undefined {
  if (note.kind !== "policy_enforcement" || note.action === "unblock") return undefined;
  return note.action === "block" ? "bad" : "warn";
}
