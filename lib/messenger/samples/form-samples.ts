import { fromPerson, PAGE_MID } from "./sample";

/** (Meta docs: customer feedback template, messaging_feedback.) */
export const FEEDBACK_SAMPLES = [
  fromPerson(
    "Stars and a comment",
    "messaging_feedback",
    `"messaging_feedback":{"feedback_screens":[{"screen_id":0,"questions":{"q_csat_1":{"type":"csat","payload":"5","follow_up":{"type":"free_form","payload":"quick help"}}}}]}`,
  ),
  fromPerson(
    "Two questions, no comment",
    "messaging_feedback",
    `"messaging_feedback":{"feedback_screens":[{"screen_id":0,"questions":{"q_nps_1":{"type":"nps","payload":"9"},"q_ces_1":{"type":"ces","payload":"2"}}}]}`,
  ),
] as const;

/** Thumbs on a message (Meta docs: response_feedback). */
export const RESPONSE_FEEDBACK_SAMPLES = [
  fromPerson("Thumb up", "response_feedback", `"response_feedback":{"feedback":"Good response","mid":"${PAGE_MID}"}`),
  fromPerson("Thumb down", "response_feedback", `"response_feedback":{"feedback":"Bad response","mid":"${PAGE_MID}"}`),
] as const;

/** (Meta docs: webhooks reference, page: messaging_customer_information.) */
export const CUSTOMER_INFORMATION_SAMPLES = [
  fromPerson(
    "An address",
    "messaging_customer_information",
    `"messaging_customer_information":{"screens":[{"screen_id":"Add address","responses":[{"key":"locality","value":"Genoa"},{"key":"postal_code","value":"16100"}]}]}`,
  ),
] as const;

export const LEAD_FORM_SAMPLES = [
  fromPerson("An instant form", "messaging_in_thread_lead_form_submit", `"form":{"id":"412000000000001"}`),
] as const;

/** (Meta docs: send_cart.) */
export const ORDER_SAMPLES = [
  fromPerson(
    "A cart",
    "send_cart",
    `"order":{"products":[{"id":123,"retailer_id":"sku-1","name":"Bell","unit_price":11,"currency":"EUR","quantity":1}],"note":"gift wrap"}`,
  ),
  fromPerson(
    "Two products, prices as text, no note",
    "send_cart",
    `"order":{"products":[{"id":"123","retailer_id":"sku-1","name":"Bell","unit_price":"11.50","currency":"EUR","quantity":"2"},{"id":124,"retailer_id":"sku-2","unit_price":249,"currency":"EUR","quantity":1}]}`,
  ),
] as const;

/** From older docs: unconfirmed. */
export const GAME_PLAY_SAMPLES = [
  fromPerson(
    "A round played alone",
    "messaging_game_plays",
    `"game_play":{"game_id":"1","player_id":"2","context_type":"SOLO","context_id":"3","score":10,"payload":"{}"}`,
  ),
] as const;

/** Messenger payments are gone; only the names of these three are sure, what is in them is not. */
export const PAYMENT_SAMPLES = [
  fromPerson("Retired", "messaging_payments", `"payment":{"payload":"ORDER_1"}`),
] as const;

export const CHECKOUT_UPDATE_SAMPLES = [
  fromPerson("Retired", "messaging_checkout_updates", `"checkout_update":{"payload":"ORDER_1"}`),
] as const;

export const PRE_CHECKOUT_SAMPLES = [
  fromPerson("Retired", "messaging_pre_checkouts", `"pre_checkout":{"payload":"ORDER_1"}`),
] as const;
