import { defineRoute } from "@/lib/api/define-route";
import { retentionSettings } from "@/lib/api/schemas/retention";
import { getDesk } from "@/lib/runtime/desk";
import { getRetentionSettings, setRetentionSettings } from "@/lib/settings/retention-settings";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/settings/retention",
    summary: "For how many days payloads, messages, copies of media and the audit log are kept",
    permission: "settings:manage",
    page: "none",
    answer: retentionSettings,
  },
  async ({ db }) => getRetentionSettings(db),
);

export const PUT = defineRoute(
  {
    method: "PUT",
    audit: "retention.changed",
    path: "/api/settings/retention",
    summary: "Change that; what is too old by then is deleted at once",
    permission: "settings:manage",
    page: "none",
    body: retentionSettings,
    answer: retentionSettings,
  },
  async ({ db, body, viewer }) => setRetentionSettings(db, body, viewer.id, getDesk().retention),
);
