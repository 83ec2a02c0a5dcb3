/** Of the field a reply is written in: there is one on the screen at most. */
export const REPLY_FIELD_ID = "reply-field";
