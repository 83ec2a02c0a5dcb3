/** A webhook field of object `page`, in words (Meta docs: webhooks reference, Page; Page subscribed_apps). */
export type WebhookField = {
  name: string;
  /** What it brings, in one sentence. */
  brings: string;
  /** Something to know before switching it on. */
  note?: string;
  /** On from the start for a Page that is linked. */
  isDefault: boolean;
};

const on = (name: string, brings: string, note?: string): WebhookField => ({ name, brings, note, isDefault: true });
const off = (name: string, brings: string, note?: string): WebhookField => ({ name, brings, note, isDefault: false });

const RETIRED = "Retired by Facebook together with Messenger payments.";
const UNDOCUMENTED = "Facebook accepts it without saying what it sends.";

/** Fields that have to do with messages. */
export const FIELDS: readonly WebhookField[] = [
  on("messages", "What people write: text, images, quick replies, shares. Without it the inbox stays empty."),
  on("message_echoes", "What the Page sends from anywhere: this desk, Facebook's own inbox, other apps."),
  on("message_deliveries", "When a message has reached the person."),
  on("message_reads", "When the person has read it."),
  on("message_reactions", "Reactions people add to messages, or take back."),
  on("message_edits", "Changes people make to what they sent."),
  on("messaging_postbacks", "Taps on buttons, menus, ice breakers and Get Started."),
  on("messaging_optins", "People who agree to be written to, through a plug-in or a request."),
  on("messaging_referrals", "Where people came from: m.me links and ads."),
  on("messaging_handovers", "When a conversation passes from one app to another."),
  on("standby", "Conversations that another app is answering, to look on."),
  on("messaging_account_linking", "People who link their account of your shop, or unlink it."),
  on("messaging_policy_enforcement", "Warnings and blocks by Facebook's policy team."),
  off("messaging_feedback", "Answers to the customer feedback template.", "Still in development at Facebook."),
  off(
    "response_feedback",
    "Thumbs up and down on your messages.",
    "Adds thumbs buttons to every message the Page sends.",
  ),
  off("messaging_customer_information", "Forms with addresses and contact details that people sent in."),
  off(
    "messaging_in_thread_lead_form_submit",
    "Instant forms sent in a conversation.",
    "Still in development at Facebook.",
  ),
  off("send_cart", "Shopping carts people send."),
  off("messaging_game_plays", "Rounds of Instant Games.", "Only for Pages with a game."),
  off("message_template_status_update", "When Facebook approves or rejects a utility template."),
  off("inbox_labels", "Labels set on people or taken away in Facebook's own inbox."),
  off("business_integrity", "Restrictions and violations of the business."),
  off("messaging_integrity", "Restrictions that concern messaging."),
  off("message_context", "Context of a message.", UNDOCUMENTED),
  off("messaging_appointments", "Appointments people book.", UNDOCUMENTED),
  off("messaging_optouts", "People who no longer want to be written to.", UNDOCUMENTED),
  off("messaging_direct_sends", "Direct sends.", UNDOCUMENTED),
  off("messaging_fblogin_account_linking", "Account linking through Facebook Login.", UNDOCUMENTED),
  off("message_mention", "Mentions of the Page.", UNDOCUMENTED),
  off("conversations", "Changes to conversations.", UNDOCUMENTED),
  off("user_action", "Actions of people.", UNDOCUMENTED),
  off("calls", "Calls through Messenger.", "Only for apps that Facebook has allowed."),
  off("call_permission_reply", "Answers to a request to call.", "Only for apps that Facebook has allowed."),
  off("call_settings_update", "Changes to call settings.", "Only for apps that Facebook has allowed."),
  off("marketing_message_echoes", "Copies of marketing messages.", "Only for partners."),
  off("marketing_message_deliveries", "Delivery of marketing messages.", "Only for partners."),
  off("marketing_message_reads", "Reading of marketing messages.", "Only for partners."),
  off("marketing_message_clicks", "Clicks in marketing messages.", "Only for partners."),
  off("marketing_message_delivery_failed", "Marketing messages that did not arrive.", "Only for partners."),
  off("marketing_messages_subscriber_upload_status", "Progress of subscriber uploads.", "Only for partners."),
  off("agent_messages", "Messages of Facebook's agent.", UNDOCUMENTED),
  off("agent_questions", "Questions of Facebook's agent.", UNDOCUMENTED),
  off("messaging_payments", "Payments.", RETIRED),
  off("messaging_checkout_updates", "Changes to a checkout.", RETIRED),
  off("messaging_pre_checkouts", "Checkouts before they are paid.", RETIRED),
];

/** What a Page is subscribed to when nothing else is asked for. */
export const DEFAULT_FIELDS: readonly string[] = FIELDS.filter(({ isDefault }) => isDefault).map(({ name }) => name);

/** Fields the Page edge takes that have nothing to do with messages. They arrive, are kept and can be inspected. */
const OTHER_FIELDS =
  "affiliation attire awards bio birthday category checkins comment_poll_response company_overview culinary_team " +
  "current_location description email feature_access_list feed follow founded general_info general_manager group_feed " +
  "hometown hours invalid_topic_placeholder invoice_access_bank_slip_events invoice_access_invoice_change " +
  "invoice_access_invoice_draft_change invoice_access_onboarding_status_active leadgen leadgen_fat leadgen_update " +
  "live_videos local_delivery location mcom_invoice_change members mention merchant_review mission name " +
  "page_about_story page_change_proposal page_upcoming_change parking payment_options payment_request_update " +
  "personal_info personal_interests phone picture price_range product_review products public_transit " +
  "publisher_subscriptions ratings registration story_poll_response story_share video_text_question_responses videos website";

const KNOWN: ReadonlySet<string> = new Set([...FIELDS.map(({ name }) => name), ...OTHER_FIELDS.split(" ")]);

/** The names Meta would refuse: misspelt, or removed. */
export function findUnknownFields(fields: readonly string[]): string[] {
  return fields.filter((field) => !KNOWN.has(field));
}
