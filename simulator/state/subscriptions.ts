import type { SimulatorState } from "./simulator-state";

/** An app installed on a Page, with the Page-level fields it asked for. */
export interface SubscribedApp {
  id: string;
  name: string;
  fields: Set<string>;
}

/** Messaging fields of object `page`. @see Meta docs: messenger-platform/webhooks (webhook fields) */
export const MESSAGING_FIELDS: readonly string[] = [
  "messages",
  "message_echoes",
  "message_deliveries",
  "message_reads",
  "message_reactions",
  "message_edits",
  "messaging_postbacks",
  "messaging_optins",
  "messaging_referrals",
  "messaging_handovers",
  "standby",
  "messaging_account_linking",
  "messaging_policy_enforcement",
  "messaging_feedback",
  "response_feedback",
  "messaging_customer_information",
  "messaging_in_thread_lead_form_submit",
  "send_cart",
  "messaging_game_plays",
  "message_template_status_update",
  "inbox_labels",
  "business_integrity",
  "messaging_integrity",
  "message_context",
  "messaging_appointments",
  "messaging_optouts",
  "messaging_direct_sends",
  "messaging_fblogin_account_linking",
  "message_mention",
  "conversations",
  "user_action",
  "calls",
  "call_permission_reply",
  "call_settings_update",
  "marketing_message_echoes",
  "marketing_message_deliveries",
  "marketing_message_reads",
  "marketing_message_clicks",
  "marketing_message_delivery_failed",
  "marketing_messages_subscriber_upload_status",
  "agent_messages",
  "agent_questions",
  "messaging_payments",
  "messaging_checkout_updates",
  "messaging_pre_checkouts",
];

/** Other values `subscribed_fields` takes: changes of the Page itself. */
const OTHER_PAGE_FIELDS =
  "affiliation attire awards bio birthday category checkins comment_poll_response company_overview culinary_team current_location description email feature_access_list feed follow founded general_info general_manager group_feed hometown hours invalid_topic_placeholder invoice_access_bank_slip_events invoice_access_invoice_change invoice_access_invoice_draft_change invoice_access_onboarding_status_active leadgen leadgen_fat leadgen_update live_videos local_delivery location mcom_invoice_change members mention merchant_review mission name page_about_story page_change_proposal page_upcoming_change parking payment_options payment_request_update personal_info personal_interests phone picture price_range product_review products public_transit publisher_subscriptions ratings registration story_poll_response story_share video_text_question_responses videos website".split(
    " ",
  );

export const PAGE_FIELDS: readonly string[] = [...MESSAGING_FIELDS, ...OTHER_PAGE_FIELDS];

/** Fields of object `instagram`; note the singular names. */
export const INSTAGRAM_FIELDS: readonly string[] = [
  "messages",
  "messaging_postbacks",
  "messaging_seen",
  "message_reactions",
  "message_edit",
  "messaging_referral",
  "messaging_handover",
  "standby",
  "comments",
  "live_comments",
  "mentions",
  "story_insights",
];

const MESSAGE_PERMISSION_FREE = new Set(["inbox_labels", "business_integrity", "messaging_integrity"]);

/** Whether the Page-level field needs `pages_messaging` besides `pages_manage_metadata`. */
export function isMessageField(field: string): boolean {
  return MESSAGING_FIELDS.includes(field) && !MESSAGE_PERMISSION_FREE.has(field);
}

export type SubscriptionGap =
  | "no_app_subscription"
  | "app_subscription_inactive"
  | "off_at_app_level"
  | "page_not_subscribed"
  | "off_at_page_level"
  | "switched_off_on_page"
  | "app_in_development";

/** The same in words. */
export const GAPS: Record<SubscriptionGap, string> = {
  no_app_subscription: "the app has no webhook",
  app_subscription_inactive: "Meta has made the app's webhook inactive",
  off_at_app_level: "the field is off at the app level",
  page_not_subscribed: "the Page is not subscribed",
  off_at_page_level: "the field is off on the Page",
  switched_off_on_page: "the Page switched the app off in its settings",
  app_in_development: "the app is in development mode and the person has no role on it",
};

/**
 * Why an event of this field would not be sent, or null when it is: a field must be on at the app level *and* on
 * the Page. Instagram names some fields differently, so there the Page-level list only has to exist.
 */
export function findSubscriptionGap(
  state: SimulatorState,
  {
    object,
    field,
    pageId,
    personHasAppRole,
  }: { object: string; field: string; pageId: string; personHasAppRole: boolean },
): SubscriptionGap | null {
  const appLevel = state.subscriptions.get(object);
  if (appLevel === undefined) return "no_app_subscription";
  if (!appLevel.isActive) return "app_subscription_inactive";
  if (!appLevel.fields.has(field)) return "off_at_app_level";
  const page = state.pages.get(pageId);
  const pageLevel = page?.subscribedApps.get(state.app.id);
  if (pageLevel === undefined) return "page_not_subscribed";
  if (object === "page" && !pageLevel.fields.has(field)) return "off_at_page_level";
  if (page?.isAppSwitchedOff === true) return "switched_off_on_page";
  if (state.app.mode === "development" && !personHasAppRole) return "app_in_development";
  return null;
}
