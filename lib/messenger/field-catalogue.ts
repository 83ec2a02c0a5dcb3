/** A webhook field of object `page`, in words (Meta docs: webhooks reference, Page; Page subscribed_apps). */
export type WebhookField = {
  name: string;
  /** What it brings, in one sentence. */
  brings: string;
  /** What the token needs beside `pages_manage_metadata`, which every field does (Meta docs: Page subscribed_apps). */
  permission: "pages_messaging" | "pages_manage_metadata";
  status: FieldStatus;
  /** What switching it on changes for the people who write to the Page. To be agreed to first. */
  sideEffect: string | null;
  /** Its name on object `instagram`, which spells some differently; null: only Messenger has it. */
  instagram: string | null;
  /** Something else to know before switching it on. */
  note?: string;
  /** On from the start for a Page that is linked. */
  isDefault: boolean;
};

/**
 * `beta`: in development at Meta. `new`: in Meta's SDK, in no documentation yet. `undocumented`: taken by Meta without
 * saying what it sends. `partner`: only for apps that Meta has let in. `retired`: taken, and never sent.
 */
export type FieldStatus = "core" | "new" | "beta" | "undocumented" | "partner" | "retired";

type Rest = Partial<Pick<WebhookField, "permission" | "status" | "sideEffect" | "instagram" | "note">>;

const field = (name: string, brings: string, isDefault: boolean, rest: Rest): WebhookField => ({
  name,
  brings,
  permission: "pages_messaging",
  status: "core",
  sideEffect: null,
  instagram: null,
  isDefault,
  ...rest,
});
const on = (name: string, brings: string, rest: Rest = {}) => field(name, brings, true, rest);
const off = (name: string, brings: string, rest: Rest = {}) => field(name, brings, false, rest);

const BETA: Rest = { status: "beta", note: "Still in development at Facebook." };
const RETIRED: Rest = { status: "retired", note: "Retired by Facebook together with Messenger payments." };
const UNDOCUMENTED: Rest = { status: "undocumented", note: "Facebook accepts it without saying what it sends." };
const NEW: Rest = { status: "new", note: "In Facebook's SDK since June 2026, in no documentation yet." };
const CALLING: Rest = { status: "partner", note: "Only for apps that Facebook has allowed." };
const MARKETING: Rest = { status: "partner", note: "Only for partners." };
/** Sent as `changes`, not as messaging events. */
const CHANGES: Rest = { permission: "pages_manage_metadata" };

/** Fields that have to do with messages. */
export const FIELDS: readonly WebhookField[] = [
  on("messages", "What people write: text, images, quick replies, shares. Without it the inbox stays empty.", {
    instagram: "messages",
  }),
  on("message_echoes", "What the Page sends from anywhere: this desk, Facebook's own inbox, other apps.", {
    instagram: "messages",
  }),
  on("message_deliveries", "When a message has reached the person."),
  on("message_reads", "When the person has read it.", { instagram: "messaging_seen" }),
  on("message_reactions", "Reactions people add to messages, or take back.", { instagram: "message_reactions" }),
  on("message_edits", "Changes people make to what they sent.", { instagram: "message_edit" }),
  on("messaging_postbacks", "Taps on buttons, menus, ice breakers and Get Started.", {
    instagram: "messaging_postbacks",
  }),
  on("messaging_optins", "People who agree to be written to, through a plug-in or a request."),
  on("messaging_referrals", "Where people came from: m.me links and ads.", { instagram: "messaging_referral" }),
  on("messaging_handovers", "When a conversation passes from one app to another.", { instagram: "messaging_handover" }),
  on("standby", "Conversations that another app is answering, to look on.", { instagram: "standby" }),
  on("messaging_account_linking", "People who link their account of your shop, or unlink it."),
  on("messaging_policy_enforcement", "Warnings and blocks by Facebook's policy team."),
  off("messaging_feedback", "Answers to the customer feedback template.", BETA),
  off("response_feedback", "Thumbs up and down on your messages.", {
    sideEffect: "It adds thumbs buttons to every message the Page sends.",
  }),
  off("messaging_customer_information", "Forms with addresses and contact details that people sent in."),
  off("messaging_in_thread_lead_form_submit", "Instant forms sent in a conversation.", BETA),
  off("send_cart", "Shopping carts people send."),
  off("messaging_game_plays", "Rounds of Instant Games.", { note: "Only for Pages with a game." }),
  off("message_template_status_update", "When Facebook approves or rejects a utility template."),
  off("inbox_labels", "Labels set on people or taken away in Facebook's own inbox.", CHANGES),
  off("business_integrity", "Restrictions and violations of the business.", CHANGES),
  off("messaging_integrity", "Restrictions that concern messaging.", CHANGES),
  off("message_context", "Context of a message.", UNDOCUMENTED),
  off("messaging_appointments", "Appointments people book.", UNDOCUMENTED),
  off("messaging_optouts", "People who no longer want to be written to.", UNDOCUMENTED),
  off("messaging_direct_sends", "Direct sends.", UNDOCUMENTED),
  off("messaging_fblogin_account_linking", "Account linking through Facebook Login.", UNDOCUMENTED),
  off("message_mention", "Mentions of the Page.", UNDOCUMENTED),
  off("conversations", "Changes to conversations.", UNDOCUMENTED),
  off("user_action", "Actions of people.", UNDOCUMENTED),
  off("calls", "Calls through Messenger.", CALLING),
  off("call_permission_reply", "Answers to a request to call.", CALLING),
  off("call_settings_update", "Changes to call settings.", CALLING),
  off("marketing_message_echoes", "Copies of marketing messages.", MARKETING),
  off("marketing_message_deliveries", "Delivery of marketing messages.", MARKETING),
  off("marketing_message_reads", "Reading of marketing messages.", MARKETING),
  off("marketing_message_clicks", "Clicks in marketing messages.", MARKETING),
  off("marketing_message_delivery_failed", "Marketing messages that did not arrive.", MARKETING),
  off("marketing_messages_subscriber_upload_status", "Progress of subscriber uploads.", MARKETING),
  off("agent_messages", "Messages of Facebook's agent.", NEW),
  off("agent_questions", "Questions of Facebook's agent.", NEW),
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

const BY_NAME: ReadonlyMap<string, WebhookField> = new Map(FIELDS.map((known) => [known.name, known]));

/** Null for fields that have nothing to do with messages, and for those Meta has added since. */
export function findField(name: string): WebhookField | null {
  return BY_NAME.get(name) ?? null;
}

const KNOWN: ReadonlySet<string> = new Set([...BY_NAME.keys(), ...OTHER_FIELDS.split(" ")]);

/** The names Meta would refuse: misspelt, or removed. */
export function findUnknownFields(fields: readonly string[]): string[] {
  return fields.filter((name) => !KNOWN.has(name));
}
