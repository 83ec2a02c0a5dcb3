import type { AttachmentType, EventKind } from "../messaging-event";
import { SAMPLES_OF_ATTACHMENT } from "./attachment-samples";
import { CHANGE_SAMPLES, LABEL_SAMPLES, UNKNOWN_SAMPLES } from "./change-samples";
import {
  ACCOUNT_LINKING_SAMPLES,
  APP_ROLES_SAMPLES,
  PASS_SAMPLES,
  POLICY_SAMPLES,
  REQUEST_SAMPLES,
  TAKE_SAMPLES,
} from "./control-samples";
import { OPTIN_SAMPLES, POSTBACK_SAMPLES, REFERRAL_SAMPLES } from "./entrance-samples";
import {
  CHECKOUT_UPDATE_SAMPLES,
  CUSTOMER_INFORMATION_SAMPLES,
  FEEDBACK_SAMPLES,
  GAME_PLAY_SAMPLES,
  LEAD_FORM_SAMPLES,
  ORDER_SAMPLES,
  PAYMENT_SAMPLES,
  PRE_CHECKOUT_SAMPLES,
  RESPONSE_FEEDBACK_SAMPLES,
} from "./form-samples";
import { COUPON_SAMPLES, ECHO_SAMPLES, MESSAGE_SAMPLES, UNSEND_SAMPLES } from "./message-samples";
import { DELIVERY_SAMPLES, EDIT_SAMPLES, REACTION_SAMPLES, READ_SAMPLES } from "./receipt-samples";
import type { Sample } from "./sample";

type Samples = readonly [Sample, ...Sample[]];

/**
 * Samples of every kind of event, the plainest first: what Meta's documentation prints and what was observed, with
 * invented ids. A kind without a sample does not compile. Unit tests, the simulator and the inspector share them.
 */
export const SAMPLES: Readonly<Record<EventKind, Samples>> = {
  message: MESSAGE_SAMPLES,
  echo: ECHO_SAMPLES,
  unsend: UNSEND_SAMPLES,
  delivery: DELIVERY_SAMPLES,
  read: READ_SAMPLES,
  reaction: REACTION_SAMPLES,
  edit: EDIT_SAMPLES,
  postback: POSTBACK_SAMPLES,
  optin: OPTIN_SAMPLES,
  referral: REFERRAL_SAMPLES,
  account_linking: ACCOUNT_LINKING_SAMPLES,
  pass_thread_control: PASS_SAMPLES,
  take_thread_control: TAKE_SAMPLES,
  request_thread_control: REQUEST_SAMPLES,
  app_roles: APP_ROLES_SAMPLES,
  policy_enforcement: POLICY_SAMPLES,
  feedback: FEEDBACK_SAMPLES,
  response_feedback: RESPONSE_FEEDBACK_SAMPLES,
  customer_information: CUSTOMER_INFORMATION_SAMPLES,
  lead_form: LEAD_FORM_SAMPLES,
  order: ORDER_SAMPLES,
  coupon: COUPON_SAMPLES,
  game_play: GAME_PLAY_SAMPLES,
  payment: PAYMENT_SAMPLES,
  checkout_update: CHECKOUT_UPDATE_SAMPLES,
  pre_checkout: PRE_CHECKOUT_SAMPLES,
  label: LABEL_SAMPLES,
  change: CHANGE_SAMPLES,
  unknown: UNKNOWN_SAMPLES,
};

/** Samples of every type of attachment: messages with one of it. A type without a sample does not compile. */
export const ATTACHMENT_SAMPLES: Readonly<Record<AttachmentType, Samples>> = SAMPLES_OF_ATTACHMENT;
