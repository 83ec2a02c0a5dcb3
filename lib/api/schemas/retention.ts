import { z } from "zod";

const DAYS_AT_MOST = 3650;
/** Meta may repeat itself for one and a half days (Graph webhooks guide): a repetition is known by what came first. */
const PAYLOAD_DAYS_AT_LEAST = 3;

const days = (atLeast: number) => z.int().min(atLeast).max(DAYS_AT_MOST);

/** For how many days each kind is kept; null: for good. */
export const retentionSettings = z
  .object({
    /** What Meta sent, as received. */
    payloadDays: days(PAYLOAD_DAYS_AT_LEAST).nullable(),
    messageDays: days(1).nullable(),
    /** Copies of pictures and attachments; 0: none are made. */
    mediaDays: days(0),
    auditDays: days(30).nullable(),
  })
  .refine(({ payloadDays, messageDays }) => messageDays === null || (payloadDays ?? Infinity) <= messageDays, {
    path: ["payloadDays"],
    message: "Payloads hold the messages: they cannot be kept for longer.",
  });
export type RetentionSettings = z.infer<typeof retentionSettings>;
