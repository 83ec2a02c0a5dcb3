import { compileMessages } from "./compile-messages";
import account from "./en/account.json";
import app from "./en/app.json";
import attachments from "./en/attachments.json";
import audit from "./en/audit.json";
import auth from "./en/auth.json";
import compose from "./en/compose.json";
import connect from "./en/connect.json";
import errors from "./en/errors.json";
import fields from "./en/fields.json";
import health from "./en/health.json";
import inbox from "./en/inbox.json";
import keys from "./en/keys.json";
import notifications from "./en/notifications.json";
import onetime from "./en/onetime.json";
import pages from "./en/pages.json";
import privacy from "./en/privacy.json";
import reactions from "./en/reactions.json";
import reference from "./en/reference.json";
import sending from "./en/sending.json";
import settings from "./en/settings.json";
import shell from "./en/shell.json";
import team from "./en/team.json";
import templates from "./en/templates.json";
import thread from "./en/thread.json";
import ui from "./en/ui.json";

/**
 * Every text of the product, by namespace. English is complete and is the type of all others, so a language with a text
 * missing does not compile.
 */
const texts = {
  account,
  app,
  attachments,
  audit,
  auth,
  compose,
  connect,
  errors,
  fields,
  health,
  inbox,
  keys,
  notifications,
  onetime,
  pages,
  privacy,
  reactions,
  reference,
  sending,
  settings,
  shell,
  team,
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
