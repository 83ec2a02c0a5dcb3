import { z } from "zod";
import { LIMITS, MEDIA_TYPES } from "@/lib/messenger/outgoing-content";
import { LANGUAGE_RULE, NAME_RULE, TEMPLATE_LANGUAGE, TEMPLATE_NAME } from "@/lib/utility-templates/check-new-template";
import { id, nextCursor, unixMs } from "./common";
import { message } from "./inbox";

/**
 * The shape of what is sent, with the limits that hold on every channel; `checkOutgoing` says what a channel adds.
 * (Meta docs: Send API, quick replies, templates.)
 */
const webUrl = z.url({ protocol: /^https?$/ }).max(LIMITS.urlCharacters);
const filled = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== "", "Write something first.");

export const outgoingQuickReply = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("text"),
    title: filled(LIMITS.quickReplyTitle),
    payload: filled(LIMITS.payload),
    imageUrl: webUrl.optional(),
  }),
  z.object({ type: z.literal("user_phone_number") }),
  z.object({ type: z.literal("user_email") }),
]);

export const outgoingButton = z.discriminatedUnion("type", [
  z.object({ type: z.literal("web_url"), title: filled(LIMITS.buttonTitle), url: webUrl }),
  z.object({ type: z.literal("postback"), title: filled(LIMITS.buttonTitle), payload: filled(LIMITS.payload) }),
  z.object({
    type: z.literal("phone_number"),
    title: filled(LIMITS.buttonTitle),
    phoneNumber: z.string().regex(/^\+\d{5,15}$/, "Write it as +39…, digits only."),
  }),
]);

const buttons = z.array(outgoingButton).max(LIMITS.buttons);

export const outgoingTemplate = z.discriminatedUnion("type", [
  z.object({ type: z.literal("button"), text: filled(LIMITS.buttonTemplateText), buttons: buttons.min(1) }),
  z.object({
    type: z.literal("generic"),
    elements: z
      .array(
        z
          .object({
            title: filled(LIMITS.elementTitle),
            subtitle: z.string().max(LIMITS.elementSubtitle).optional(),
            imageUrl: webUrl.optional(),
            url: webUrl.optional(),
            buttons: buttons.optional(),
          })
          .refine(
            ({ subtitle, imageUrl, url, buttons: its }) => Boolean(subtitle || imageUrl || url || its?.length),
            "A card needs something besides its title: a subtitle, a picture, an address or a button.",
          ),
      )
      .min(1)
      .max(LIMITS.elements),
  }),
  z.object({
    type: z.literal("one_time_notif_req"),
    title: filled(LIMITS.oneTimeTitle),
    topic: filled(LIMITS.payload),
  }),
]);

export const outgoingAttachment = z.union([
  z.object({ type: z.enum(MEDIA_TYPES), url: webUrl }),
  z.object({ type: z.enum(MEDIA_TYPES).optional(), attachmentId: z.string().regex(/^\d{1,30}$/) }),
]);

export const utilityMessage = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().regex(TEMPLATE_LANGUAGE, LANGUAGE_RULE),
  parameters: z.array(z.object({ name: z.string().max(100).optional(), text: filled(1000) })).max(50),
});

export const sendMessageInput = z
  .object({
    /** Made by the client, unique in the conversation: sending the same one again sends nothing. */
    clientId: z.string().min(1).max(100),
    text: filled(LIMITS.textCharacters).optional(),
    quickReplies: z.array(outgoingQuickReply).max(LIMITS.quickReplies).optional(),
    attachment: outgoingAttachment.optional(),
    template: outgoingTemplate.optional(),
    utility: utilityMessage.optional(),
    replyToMid: z.string().min(1).max(500).optional(),
    /** The one-time notification to spend on it. */
    oneTimeId: id.optional(),
  })
  .superRefine(({ text, attachment, template, utility, quickReplies, oneTimeId, replyToMid }, context) => {
    const given = Object.entries({ text, attachment, template, utility }).filter(([, value]) => value !== undefined);
    if (given.length === 0) {
      context.addIssue({ code: "custom", path: ["text"], message: "Write something first." });
    } else if (given.length > 1) {
      const path = [given[1]?.[0] ?? ""];
      context.addIssue({ code: "custom", path, message: "Send one of text, attachment, template and utility." });
    }
    if (quickReplies !== undefined && (template !== undefined || utility !== undefined)) {
      const message = "Quick replies go with a text or an attachment.";
      context.addIssue({ code: "custom", path: ["quickReplies"], message });
    }
    if (utility !== undefined && (oneTimeId !== undefined || replyToMid !== undefined)) {
      const path = [oneTimeId === undefined ? "replyToMid" : "oneTimeId"];
      context.addIssue({ code: "custom", path, message: "A utility template goes out by itself." });
    }
  });
export type SendMessageInput = z.infer<typeof sendMessageInput>;
export const sendMessageResult = z.object({ message });

/** What was written in a message that was taken back, to be gone on with; null when it stays, failed as it was. */
export const cancelMessageResult = z.object({
  written: z
    .object({ text: z.string(), quickReplies: z.array(outgoingQuickReply), replyToMid: z.string().nullable() })
    .nullable(),
});
export type CancelMessageResult = z.infer<typeof cancelMessageResult>;

/** What a person decides about a message whose outcome is not known. */
export const settleMessageInput = z.object({ outcome: z.enum(["sent", "not_sent"]) });

export const reactionInput = z.object({ emoji: z.string().min(1).max(40) });
export const typingInput = z.object({ isTyping: z.boolean() });

export const upload = z.object({
  attachmentId: id,
  type: z.enum(MEDIA_TYPES),
  filename: z.string(),
  sizeBytes: z.int(),
  expiresAt: unixMs,
});
export type Upload = z.infer<typeof upload>;
export const uploadResult = z.object({ upload });
export const uploadList = z.object({ uploads: z.array(upload), nextCursor });

export const oneTimeNotification = z.object({
  id,
  conversationId: id,
  displayName: z.string().nullable(),
  topic: z.string(),
  title: z.string().nullable(),
  state: z.enum(["asked", "granted", "spent", "expired"]),
  askedAt: unixMs.nullable(),
  grantedAt: unixMs.nullable(),
  expiresAt: unixMs.nullable(),
  spentAt: unixMs.nullable(),
  messageId: id.nullable(),
});
export type OneTimeNotification = z.infer<typeof oneTimeNotification>;
export const oneTimeList = z.object({ notifications: z.array(oneTimeNotification), nextCursor });
export const oneTimeTopic = z.object({ topic: z.string(), title: z.string().nullable(), granted: z.int() });
export type OneTimeTopic = z.infer<typeof oneTimeTopic>;
export const oneTimeTopicList = z.object({ topics: z.array(oneTimeTopic), nextCursor: z.null() });

/** (Meta docs: utility messages.) */
export const messageTemplate = z.object({
  id,
  name: z.string(),
  language: z.string(),
  status: z.string(),
  rejectedReason: z.string().nullable(),
  header: z.string().nullable(),
  body: z.string(),
  buttons: z.array(z.string()),
  /** Blanks of the body in order; `name` where the template names them. */
  parameters: z.array(z.object({ name: z.string().nullable() })),
  /** Why the desk cannot fill it in, whatever its status, as a sentence; null: it can. */
  obstacle: z.string().nullable(),
});
export type MessageTemplate = z.infer<typeof messageTemplate>;
export const messageTemplateList = z.object({
  templates: z.array(messageTemplate),
  /** When Facebook was asked: for a while the desk remembers what it said. */
  askedAt: unixMs,
  nextCursor: z.null(),
});
export type MessageTemplateList = z.infer<typeof messageTemplateList>;
export const createTemplateInput = z.object({
  name: z.string().regex(TEMPLATE_NAME, NAME_RULE),
  language: z.string().regex(/^[a-zA-Z_]{2,10}$/),
  header: z.string().max(60).optional(),
  body: filled(1024),
  /** What each blank may stand for: Meta's review asks for one. */
  examples: z.array(z.string().min(1).max(200)).max(50),
  buttons: z.array(outgoingButton).max(LIMITS.buttons).optional(),
});
export const createTemplateResult = z.object({ template: messageTemplate });

const capability = z.enum(["unknown", "yes", "no"]);
export const capabilitiesInput = z.object({ humanAgent: capability.optional(), oneTime: capability.optional() });

export const threadControlInput = z.object({
  action: z.enum(["take", "request", "release", "pass"]),
  /** Of `pass`. Without one: to Meta's own inbox. */
  targetAppId: z
    .string()
    .regex(/^\d{1,30}$/)
    .optional(),
  /** Told to the app that gets it. */
  metadata: z.string().max(LIMITS.metadata).optional(),
});
export type ThreadControlInput = z.infer<typeof threadControlInput>;
/** Who holds the thread, asked of Meta just now. */
export const threadOwner = z.object({
  state: z.enum(["desk", "other", "idle", "unknown"]),
  appId: id.nullable(),
  appName: z.string().nullable(),
  expiresAt: unixMs.nullable(),
});
export type ThreadOwner = z.infer<typeof threadOwner>;
/** Apps the thread can be passed to. */
export const threadReceivers = z.object({
  receivers: z.array(z.object({ appId: id, name: z.string() })),
  nextCursor: z.null(),
});

export const sendingSettings = z.object({
  /** Opening a thread tells the person that it was read. */
  markSeen: z.boolean(),
  /** The person sees that somebody types. */
  showTyping: z.boolean(),
});
export type SendingSettings = z.infer<typeof sendingSettings>;
