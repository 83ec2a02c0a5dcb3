import { z } from "zod";
import { defineRoute, type RouteHandler } from "@/lib/api/define-route";
import { toOpenApi } from "@/lib/api/to-openapi";
import * as apiKeysApiKeyId from "../api-keys/[apiKeyId]/route";
import * as apiKeys from "../api-keys/route";
import * as appCheck from "../app/check/route";
import * as app from "../app/route";
import * as appSubscriptions from "../app/subscriptions/route";
import * as auditLogExport from "../audit-log/export/route";
import * as auditLog from "../audit-log/route";
import * as conversationsConversationIdAttachments from "../conversations/[conversationId]/attachments/route";
import * as conversationsConversationIdExport from "../conversations/[conversationId]/export/route";
import * as conversationsConversationIdMessages from "../conversations/[conversationId]/messages/route";
import * as conversationsConversationIdOneTime from "../conversations/[conversationId]/one-time/route";
import * as conversationsConversationIdPicture from "../conversations/[conversationId]/picture/route";
import * as conversationsConversationIdRead from "../conversations/[conversationId]/read/route";
import * as conversationsConversationId from "../conversations/[conversationId]/route";
import * as conversationsConversationIdThreadControl from "../conversations/[conversationId]/thread-control/route";
import * as conversationsConversationIdThreadOwner from "../conversations/[conversationId]/thread-owner/route";
import * as conversationsConversationIdThreadReceivers from "../conversations/[conversationId]/thread-receivers/route";
import * as conversationsConversationIdTyping from "../conversations/[conversationId]/typing/route";
import * as conversations from "../conversations/route";
import * as deliveryErrorsDeliveryErrorIdRetry from "../delivery-errors/[deliveryErrorId]/retry/route";
import * as deliveryErrorsDeliveryErrorId from "../delivery-errors/[deliveryErrorId]/route";
import * as deliveryErrorsGroups from "../delivery-errors/groups/route";
import * as deliveryErrorsMarks from "../delivery-errors/marks/route";
import * as deliveryErrorsRetries from "../delivery-errors/retries/route";
import * as deliveryErrors from "../delivery-errors/route";
import * as facebookDataDeletion from "../facebook/data-deletion/route";
import * as facebookDeauthorize from "../facebook/deauthorize/route";
import * as fieldJobsFieldJobIdCancel from "../field-jobs/[fieldJobId]/cancel/route";
import * as fieldJobsFieldJobIdRetry from "../field-jobs/[fieldJobId]/retry/route";
import * as fieldJobsFieldJobId from "../field-jobs/[fieldJobId]/route";
import * as fieldJobsFieldJobIdUndo from "../field-jobs/[fieldJobId]/undo/route";
import * as fieldJobs from "../field-jobs/route";
import * as health from "../health/route";
import * as invitationsInvitationId from "../invitations/[invitationId]/route";
import * as invitationsAccept from "../invitations/accept/route";
import * as invitationsOffer from "../invitations/offer/route";
import * as invitations from "../invitations/route";
import * as mePassword from "../me/password/route";
import * as mePicture from "../me/picture/route";
import * as me from "../me/route";
import * as meSessionsSessionId from "../me/sessions/[sessionId]/route";
import * as meSessions from "../me/sessions/route";
import * as mediaMessageIdIndex from "../media/[messageId]/[index]/route";
import * as messagesMessageIdCancel from "../messages/[messageId]/cancel/route";
import * as messagesMessageIdReaction from "../messages/[messageId]/reaction/route";
import * as messagesMessageIdSettle from "../messages/[messageId]/settle/route";
import * as notificationsNotificationIdRaw from "../notifications/[notificationId]/raw/route";
import * as notificationsNotificationIdRelay from "../notifications/[notificationId]/relay/route";
import * as notificationsNotificationIdReplay from "../notifications/[notificationId]/replay/route";
import * as notificationsNotificationId from "../notifications/[notificationId]/route";
import * as notifications from "../notifications/route";
import * as pagesPageIdCapabilities from "../pages/[pageId]/capabilities/route";
import * as pagesPageIdCheck from "../pages/[pageId]/check/route";
import * as pagesPageIdFields from "../pages/[pageId]/fields/route";
import * as pagesPageIdHistory from "../pages/[pageId]/history/route";
import * as pagesPageIdMessageTemplates from "../pages/[pageId]/message-templates/route";
import * as pagesPageIdOneTime from "../pages/[pageId]/one-time/route";
import * as pagesPageIdOneTimeTopics from "../pages/[pageId]/one-time-topics/route";
import * as pagesPageIdPicture from "../pages/[pageId]/picture/route";
import * as pagesPageId from "../pages/[pageId]/route";
import * as pagesAvailable from "../pages/available/route";
import * as pagesConnectCallback from "../pages/connect/callback/route";
import * as pagesConnect from "../pages/connect/route";
import * as pages from "../pages/route";
import * as pagesToken from "../pages/token/route";
import * as parkedEntries from "../parked-entries/route";
import * as peopleUserIdDeactivate from "../people/[userId]/deactivate/route";
import * as peopleUserIdPasswordLink from "../people/[userId]/password-link/route";
import * as peopleUserIdPicture from "../people/[userId]/picture/route";
import * as peopleUserIdReactivate from "../people/[userId]/reactivate/route";
import * as peopleUserId from "../people/[userId]/route";
import * as peopleUserIdSignOut from "../people/[userId]/sign-out/route";
import * as people from "../people/route";
import * as replaysReplayIdCancel from "../replays/[replayId]/cancel/route";
import * as replaysReplayId from "../replays/[replayId]/route";
import * as replays from "../replays/route";
import * as settingsPrivacy from "../settings/privacy/route";
import * as settingsRetention from "../settings/retention/route";
import * as settingsSending from "../settings/sending/route";
import * as stream from "../stream/route";
import * as webhookFailures from "../webhook-failures/route";
import * as webhookHealth from "../webhook-health/route";

/** A file of routes that is not named here fails a test (tests/integration/access.test.ts). */
const ROUTES = [
  apiKeysApiKeyId,
  apiKeys,
  appCheck,
  app,
  appSubscriptions,
  auditLogExport,
  auditLog,
  conversationsConversationIdAttachments,
  conversationsConversationIdExport,
  conversationsConversationIdMessages,
  conversationsConversationIdOneTime,
  conversationsConversationIdPicture,
  conversationsConversationIdRead,
  conversationsConversationId,
  conversationsConversationIdThreadControl,
  conversationsConversationIdThreadOwner,
  conversationsConversationIdThreadReceivers,
  conversationsConversationIdTyping,
  conversations,
  deliveryErrorsDeliveryErrorIdRetry,
  deliveryErrorsDeliveryErrorId,
  deliveryErrorsGroups,
  deliveryErrorsMarks,
  deliveryErrorsRetries,
  deliveryErrors,
  facebookDataDeletion,
  facebookDeauthorize,
  fieldJobsFieldJobIdCancel,
  fieldJobsFieldJobIdRetry,
  fieldJobsFieldJobId,
  fieldJobsFieldJobIdUndo,
  fieldJobs,
  health,
  invitationsInvitationId,
  invitationsAccept,
  invitationsOffer,
  invitations,
  mePassword,
  mePicture,
  me,
  meSessionsSessionId,
  meSessions,
  mediaMessageIdIndex,
  messagesMessageIdCancel,
  messagesMessageIdReaction,
  messagesMessageIdSettle,
  notificationsNotificationIdRaw,
  notificationsNotificationIdRelay,
  notificationsNotificationIdReplay,
  notificationsNotificationId,
  notifications,
  pagesPageIdCapabilities,
  pagesPageIdCheck,
  pagesPageIdFields,
  pagesPageIdHistory,
  pagesPageIdMessageTemplates,
  pagesPageIdOneTimeTopics,
  pagesPageIdOneTime,
  pagesPageIdPicture,
  pagesPageId,
  pagesAvailable,
  pagesConnectCallback,
  pagesConnect,
  pages,
  pagesToken,
  parkedEntries,
  peopleUserIdDeactivate,
  peopleUserIdPasswordLink,
  peopleUserIdPicture,
  peopleUserIdReactivate,
  peopleUserId,
  peopleUserIdSignOut,
  people,
  replaysReplayIdCancel,
  replaysReplayId,
  replays,
  settingsPrivacy,
  settingsRetention,
  settingsSending,
  stream,
  webhookFailures,
  webhookHealth,
].flatMap((file): RouteHandler[] => Object.values(file));

/** Made once: it is the same for everybody, and anybody may ask. */
let described: ReturnType<typeof toOpenApi> | undefined;

export const GET: RouteHandler = defineRoute(
  {
    method: "GET",
    path: "/api/openapi.json",
    summary: "This description",
    permission: null,
    answer: z.looseObject({ openapi: z.string() }),
  },
  async () => {
    described ??= toOpenApi([...ROUTES, GET].map(({ spec }) => spec));
    return described;
  },
);
