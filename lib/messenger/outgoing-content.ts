/**
 * What a Page can say, as the desk means it (Meta docs: Send API). One of `text`, `attachment`, `template` and `utility`;
 * `quickReplies` go with text or an attachment.
 */
export type OutgoingContent = {
  text?: string | undefined;
  quickReplies?: OutgoingQuickReply[] | undefined;
  attachment?: OutgoingAttachment | undefined;
  template?: OutgoingTemplate | undefined;
  utility?: UtilityMessage | undefined;
  /** Quotes a message of either side. */
  replyToMid?: string | undefined;
  /** Row of the one-time notification this spends. */
  oneTimeId?: string | undefined;
};

export type OutgoingQuickReply =
  | { type: "text"; title: string; payload: string; imageUrl?: string | undefined }
  | { type: "user_phone_number" }
  | { type: "user_email" };

export const MEDIA_TYPES = ["image", "audio", "video", "file"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];
/** By an address Meta fetches, or by the id of what was uploaded for the same Page. */
export type OutgoingAttachment =
  | { type: MediaType; url: string }
  | { type: MediaType; attachmentId: string; filename?: string | undefined };

export type OutgoingButton =
  | { type: "web_url"; title: string; url: string }
  | { type: "postback"; title: string; payload: string }
  | { type: "phone_number"; title: string; phoneNumber: string };

export type GenericElement = {
  title: string;
  subtitle?: string | undefined;
  imageUrl?: string | undefined;
  /** Where a tap on the card leads. */
  url?: string | undefined;
  buttons?: OutgoingButton[] | undefined;
};

export type OutgoingTemplate =
  | { type: "button"; text: string; buttons: OutgoingButton[] }
  | { type: "generic"; elements: GenericElement[] }
  | { type: "one_time_notif_req"; title: string; topic: string };

/** A utility template with its blanks filled: by position, or by name (Meta docs: utility messages). */
export type UtilityMessage = {
  name: string;
  language: string;
  parameters: { name?: string | undefined; text: string }[];
  /** How it reads with its blanks filled; kept for the thread, never sent. */
  preview: string;
};

/** Meta's limits, in characters and items (Meta docs: Send API, templates, quick replies). */
export const LIMITS = {
  textCharacters: 2000,
  /** Of a text on Instagram. */
  instagramTextBytes: 1000,
  quickReplies: 13,
  quickReplyTitle: 20,
  payload: 1000,
  metadata: 1000,
  buttons: 3,
  buttonTitle: 20,
  buttonTemplateText: 640,
  elements: 10,
  elementTitle: 80,
  elementSubtitle: 80,
  oneTimeTitle: 65,
  urlCharacters: 2000,
  imageBytes: 8 * 1024 * 1024,
  mediaBytes: 25 * 1024 * 1024,
} as const;
