import { aChange, fromPerson } from "./sample";

const USER = `"user":{"id":"7000000000000001"}`;

/** Labels of the Page inbox (Meta docs: custom labels); the two words for `action` are unconfirmed. */
export const LABEL_SAMPLES = [
  aChange("Set", "inbox_labels", `{${USER},"action":"add","label":{"id":"3100000000001","page_label_name":"VIP"}}`),
  aChange(
    "Taken away",
    "inbox_labels",
    `{${USER},"action":"remove","label":{"id":"3100000000001","page_label_name":"VIP"}}`,
  ),
  aChange("Set, its name missing", "inbox_labels", `{${USER},"action":"add","label":{"id":"3100000000001"}}`),
] as const;

/**
 * Recorded only, under the name Meta gave it (Meta docs: webhooks reference, page; Instagram webhooks). What fields
 * from `message_template_status_update` to `agent_questions` carry is unconfirmed: their values are made up.
 */
export const CHANGE_SAMPLES = [
  aChange(
    "A comment on the feed",
    "feed",
    `{"item":"comment","verb":"add","comment_id":"555_777","post_id":"200000000000001_555","parent_id":"200000000000001_555","created_time":1790000000,"from":{"id":"24000000000001","name":"Eli Demo"},"message":"Price?"}`,
  ),
  aChange(
    "A restriction of the business",
    "business_integrity",
    `{"timestamp":1790000000,"status":"RESTRICTED","violations":[{"type":"SPAM","description":"Too many messages","url":"https://policy.example.test/"}],"restrictions":[{"feature":"MESSAGING","status":"ACTIVE","description":"May not start conversations","applied_time":1790000000,"expiration_time":1790086400}],"action_events":[{"type":"REVIEW","status":"OPEN","created_time":1790000000,"updated_time":1790000000}]}`,
  ),
  aChange("A restriction of messaging", "messaging_integrity", `{"status":"RESTRICTED"}`),
  aChange("A utility template approved", "message_template_status_update", `{"event":"APPROVED","reason":null}`),
  aChange("A call", "calls", `{"id":"call-1","event":"connect","from":"7000000000000001"}`),
  aChange("An answer to a request to call", "call_permission_reply", `{"response":"accept"}`),
  aChange("Call settings", "call_settings_update", `{"audio":"enabled"}`),
  aChange("Marketing: a copy", "marketing_message_echoes", `{"mid":"m_demoMM1"}`),
  aChange("Marketing: delivered", "marketing_message_deliveries", `{"mid":"m_demoMM1"}`),
  aChange("Marketing: read", "marketing_message_reads", `{"mid":"m_demoMM1"}`),
  aChange("Marketing: a click", "marketing_message_clicks", `{"mid":"m_demoMM1","link":"https://shop.example.test/"}`),
  aChange("Marketing: did not arrive", "marketing_message_delivery_failed", `{"mid":"m_demoMM1","error":{"code":10}}`),
  aChange("Marketing: an upload", "marketing_messages_subscriber_upload_status", `{"status":"COMPLETE"}`),
  aChange("Context of a message", "message_context", `{"mid":"m_demoMC1"}`),
  aChange("An appointment", "messaging_appointments", `{"booking_id":"bk-1"}`),
  aChange("An opt-out", "messaging_optouts", `{${USER}}`),
  aChange("A direct send", "messaging_direct_sends", `{"mid":"m_demoDS1"}`),
  aChange("Account linking through Facebook Login", "messaging_fblogin_account_linking", `{"status":"linked"}`),
  aChange("A mention of the Page in a message", "message_mention", `{"mid":"m_demoME1"}`),
  aChange("A conversation", "conversations", `{"thread_id":"t_1"}`),
  aChange("An action of a person", "user_action", `{"action":"typing"}`),
  aChange("A message of the agent", "agent_messages", `{"text":"Shall I book it?"}`),
  aChange("A question of the agent", "agent_questions", `{"text":"Which size?"}`),
  aChange("A value that is no object", "mention", `"plain"`),
  aChange(
    "Instagram: a comment",
    "comments",
    `{"from":{"id":"9100000000000001","username":"ana.demo"},"comment_id":"17860000000000001","parent_id":"17860000000000000","text":"Price?","media":{"id":"17850000000000004","media_product_type":"FEED"}}`,
    "instagram",
  ),
  aChange(
    "Instagram: a comment on a live video",
    "live_comments",
    `{"from":{"id":"9100000000000001","username":"ana.demo"},"comment_id":"17860000000000002","text":"Hello!","media":{"id":"17850000000000005","media_product_type":"LIVE"}}`,
    "instagram",
  ),
  aChange(
    "Instagram: a mention",
    "mentions",
    `{"media_id":"17850000000000006","comment_id":"17860000000000003"}`,
    "instagram",
  ),
  aChange(
    "Instagram: numbers of a story",
    "story_insights",
    `{"media_id":"17850000000000007","impressions":444}`,
    "instagram",
  ),
] as const;

/** Items without a property that is known: Meta adds some without notice. */
export const UNKNOWN_SAMPLES = [
  fromPerson("A property nobody knows", "unknown", `"hologram":{"shape":"cube","id":12345678901234567890}`),
  fromPerson("Nothing but sender and recipient", "unknown", `"nothing":null`),
  fromPerson("A message that is text", "unknown", `"message":"TEST_MESSAGE"`, { timestamp: null, sender: null }),
  fromPerson("A call as an item", "unknown", `"calls":{"id":"call-1","event":"connect"}`),
  fromPerson("A receipt without its watermark", "unknown", `"delivery":{"mids":["m_demoE1"]}`),
  fromPerson(
    "Names JavaScript knows",
    "unknown",
    `"__proto__":{"message":{"mid":"m_demoX"}},"constructor":{"prototype":{}}`,
  ),
] as const;
