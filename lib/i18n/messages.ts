import { compileMessages } from "./compile-messages";
import app from "./en/app.json";
import attachments from "./en/attachments.json";
import auth from "./en/auth.json";
import compose from "./en/compose.json";
import connect from "./en/connect.json";
import errors from "./en/errors.json";
import fields from "./en/fields.json";
import health from "./en/health.json";
import inbox from "./en/inbox.json";
import notifications from "./en/notifications.json";
import onetime from "./en/onetime.json";
import pages from "./en/pages.json";
import privacy from "./en/privacy.json";
import reactions from "./en/reactions.json";
import sending from "./en/sending.json";
import settings from "./en/settings.json";
import shell from "./en/shell.json";
import templates from "./en/templates.json";
import thread from "./en/thread.json";
import ui from "./en/ui.json";

/**
 * Every text of the product, by namespace. English is complete and is the type of all others, so a language with a text
 * missing does not compile.
 */
const texts = {
  app,
  attachments,
  auth,
  compose,
  connect,
  errors,
  fields,
  health,
  inbox,
  notifications,
  onetime,
  pages,
  privacy,
  reactions,
  sending,
  settings,
  shell,
  templates,
  thread,
  ui,
};

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
