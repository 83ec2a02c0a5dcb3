import { compileMessages } from "./compile-messages";
import app from "./en/app.json";
import auth from "./en/auth.json";
import connect from "./en/connect.json";
import errors from "./en/errors.json";
import fields from "./en/fields.json";
import health from "./en/health.json";
import inbox from "./en/inbox.json";
import notifications from "./en/notifications.json";
import pages from "./en/pages.json";
import privacy from "./en/privacy.json";
import settings from "./en/settings.json";
import shell from "./en/shell.json";
import ui from "./en/ui.json";

/**
 * Every text of the product, by namespace. English is complete and is the type of all others, so a language with a text
 * missing does not compile.
 */
const texts = { app, auth, connect, errors, fields, health, inbox, notifications, pages, privacy, settings, shell, ui };

/** The texts as the formatter takes them: compiled. */
export const messages = compileMessages(texts);

/** The language of every screen, until a person can choose. */
export const locale = "en";

declare module "use-intl" {
  interface AppConfig {
    Locale: "en";
    Messages: typeof messages;
  }
}
