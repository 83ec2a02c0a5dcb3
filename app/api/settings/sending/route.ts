import { defineRoute } from "@/lib/api/define-route";
import { sendingSettings } from "@/lib/api/schemas/outgoing";
import { getSendingSettings, setSendingSettings } from "@/lib/settings/sending-settings";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/settings/sending",
    summary: "What people are told besides the messages: that theirs was read, that somebody types",
    permission: "settings:manage",
    page: "none",
    answer: sendingSettings,
  },
  async ({ db }) => getSendingSettings(db),
);

export const PUT = defineRoute(
  {
    method: "PUT",
    audit: "sending_settings.changed",
    path: "/api/settings/sending",
    summary: "Change what people are told besides the messages",
    permission: "settings:manage",
    page: "none",
    body: sendingSettings,
    answer: sendingSettings,
  },
  async ({ db, body, viewer }) => setSendingSettings(db, body, viewer.id),
);
