import { defineRoute } from "@/lib/api/define-route";
import { privacyText, privacyTextInput } from "@/lib/api/schemas/app";
import { getPrivacyText, setPrivacyText } from "@/lib/privacy/privacy-text";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/settings/privacy",
    summary: "The text of the public privacy page",
    permission: "settings:manage",
    page: "none",
    answer: privacyText,
  },
  async ({ db }) => getPrivacyText(db),
);

export const PUT = defineRoute(
  {
    method: "PUT",
    audit: "privacy_text.changed",
    path: "/api/settings/privacy",
    summary: "Change that text; an empty one brings the built-in text back",
    permission: "settings:manage",
    page: "none",
    body: privacyTextInput,
    answer: privacyText,
  },
  async ({ db, body, viewer }) => setPrivacyText(db, body.text, viewer.id),
);
