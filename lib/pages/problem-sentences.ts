import type { PageProblem } from "@/lib/api/schemas/pages";

export type ProblemCode = PageProblem["code"];
export type ProblemSentence = Pick<PageProblem, "title" | "detail" | "fix" | "severity">;

const RECONNECT = "Connect the Page again.";
const REPLIES_FAIL = "Messages still arrive; replies fail until the Page is connected again.";

function deadToken(title: string, cause: string, fix: string = RECONNECT): ProblemSentence {
  return { title, detail: `${cause} ${REPLIES_FAIL}`, fix, severity: "broken" };
}

/** What is wrong with the token (Meta docs: access token error codes; permissions). */
const OF_THE_TOKEN = {
  token_missing: {
    title: "There is no token for this Page",
    detail: "Nothing can be sent, and its settings at Facebook cannot be read.",
    fix: RECONNECT,
    severity: "broken",
  },
  token_invalid: deadToken("The Page's token is dead", "Facebook no longer accepts it, and does not say why."),
  token_app_removed: deadToken("The app was removed", "The person who connected the Page has removed the app."),
  token_checkpoint: deadToken(
    "Facebook wants to check the account",
    "The person who connected the Page has to log in at facebook.com and pass a check there.",
    "Log in at facebook.com with that account, pass the check, then connect the Page again.",
  ),
  token_password_changed: deadToken(
    "A password was changed",
    "The person who connected the Page changed their Facebook password, or Facebook ended their sessions.",
  ),
  token_expired: deadToken("The Page's token has expired", "Facebook gave it an end, and that has come."),
  token_unconfirmed_user: deadToken(
    "A Facebook account is not confirmed",
    "The person who connected the Page has not confirmed their Facebook account.",
    "Confirm that account at facebook.com, then connect the Page again.",
  ),
  token_logged_out: deadToken(
    "The Page's token was made invalid",
    "Facebook ended it, for instance because the person who connected the Page logged out or was logged out.",
  ),
  token_role_lost: deadToken(
    "A role on the Page was lost",
    "The person who connected the Page no longer has a role on it.",
    "Somebody with a role on the Page has to connect it again.",
  ),
  token_expires_soon: {
    title: "The Page's token ends soon",
    detail: "It ends on {date}. From then on replies fail.",
    fix: "Connect the Page again before that day.",
    severity: "attention",
  },
  permission_missing: {
    title: "A permission is missing",
    detail: "The Page's token does not have what the desk needs: {permissions}.",
    fix: "Connect the Page again and allow everything that Facebook asks for.",
    severity: "broken",
  },
  page_not_granted: {
    title: "The desk was not given this Page",
    detail: "The person who connected it has taken its tick away in Facebook's dialog: {permissions}.",
    fix: "Choose “Connect Pages” again and tick this Page in Facebook's dialog.",
    severity: "broken",
  },
  task_missing: {
    title: "A role on the Page is too small",
    detail: "The person who connected it may not do this on the Page: {tasks}.",
    fix: "An admin of the Page gives them that role, or connects the Page instead.",
    severity: "broken",
  },
} satisfies Partial<Record<ProblemCode, ProblemSentence>>;

/** What is wrong with what Facebook was asked to send, on the Page and on the app. */
const OF_THE_SUBSCRIPTIONS = {
  page_unsubscribed: {
    title: "Facebook sends nothing for this Page",
    detail: "The app is not subscribed to the Page any more: it was taken off at Facebook, or Facebook gave up on it.",
    fix: "Subscribe the Page again.",
    severity: "broken",
  },
  fields_missing: {
    title: "Facebook does not send everything you asked for",
    detail: "Off at Facebook for this Page: {fields}.",
    fix: "Subscribe the Page again, or change what you ask for.",
    severity: "attention",
  },
  app_secret_refused: {
    title: "Facebook refuses the app's own secret",
    detail: "The app id and secret of this desk do not belong together, or the secret was reset.",
    fix: "Copy the app secret from the App Dashboard into this desk's settings, and start it again.",
    severity: "broken",
  },
  app_not_subscribed: {
    title: "The app has no webhook at Facebook",
    detail: "No Page can receive anything until the app's webhook for Pages is set up.",
    fix: "Set it up from the Facebook app screen, or enter this desk's webhook address in the App Dashboard.",
    severity: "broken",
  },
  app_callback_elsewhere: {
    title: "The app's webhook goes to another address",
    detail: "Facebook sends what belongs here to {address}.",
    fix: "Set this desk's address from the Facebook app screen, or in the App Dashboard.",
    severity: "broken",
  },
  app_fields_missing: {
    title: "Fields are switched off for the whole app",
    detail: "On for this Page but off for the app, so they never arrive: {fields}.",
    fix: "Switch them on for the app.",
    severity: "attention",
  },
  instagram_not_subscribed: {
    title: "Nothing comes from Instagram",
    detail: "The Page has an Instagram account, and the app has no webhook for Instagram.",
    fix: "Set up the webhook for Instagram from the Facebook app screen, or in the App Dashboard.",
    severity: "attention",
  },
} satisfies Partial<Record<ProblemCode, ProblemSentence>>;

/** What the traffic shows, or the last look at Facebook. */
const OF_THE_TRAFFIC = {
  webhook_broken: {
    title: "{title}",
    detail: "{advice}",
    fix: "Facebook alerts after 15 minutes of failures and unsubscribes the Page after an hour.",
    severity: "broken",
  },
  webhook_refused: {
    title: "{title}",
    detail: "{advice}",
    fix: "Look at the list of failures, under Notifications.",
    severity: "attention",
  },
  other_app_answers: {
    title: "Another app has the conversations",
    detail: "{share} of what people lately wrote belongs to {app}, and the desk may only read it.",
    fix: "Make this app the default one in the Page's settings at Facebook, under conversation routing, or let the other app hand over.",
    severity: "attention",
  },
  silent: {
    title: "Unusually quiet",
    detail: "Nothing has come for {hours}; usually something comes within {usual}.",
    fix: "Write to the Page yourself, and look at the Page's notifications. If nothing comes, check its fields.",
    severity: "attention",
  },
  app_only_roles: {
    title: "The app may only write to people with a role on it",
    detail:
      "It is in development mode, or has Standard Access: customers' messages do not arrive, replies are refused.",
    fix: "Give testers a role on the app, or finish App Review and switch the app to live.",
    severity: "attention",
  },
  page_restricted: {
    title: "Facebook does not let this Page send",
    detail: "It refused a reply because the Page, or its Instagram account, is restricted. Messages still arrive.",
    fix: "Open Page Support at Facebook and settle what it names. A reply that goes out shows that it is over.",
    severity: "broken",
  },
  policy_block: {
    title: "Facebook has blocked this Page from sending",
    detail: "Its policy team gave this reason: {reason} Messages still arrive.",
    fix: "Open Page Support at Facebook to read the decision, and ask for a review there.",
    severity: "broken",
  },
  policy_warning: {
    title: "Facebook has warned this Page",
    detail: "Its policy team gave this reason: {reason} A block may follow.",
    fix: "Change what the reason names; Page Support at Facebook has the details.",
    severity: "attention",
  },
  check_failed: {
    title: "The last check could not be finished",
    detail: "{reason}",
    fix: "Check again in a moment.",
    severity: "attention",
  },
} satisfies Partial<Record<ProblemCode, ProblemSentence>>;

/** Said beside fields that are off when messages themselves are among them: then nothing works, not just something. */
export const WITHOUT_MESSAGES = "Without “messages”, nothing that people write arrives.";

/** What each code says to a person. `{…}` stand for facts of the problem. */
export const PROBLEM_SENTENCES: Readonly<Record<ProblemCode, ProblemSentence>> = {
  ...OF_THE_TOKEN,
  ...OF_THE_SUBSCRIPTIONS,
  ...OF_THE_TRAFFIC,
};

export function isProblemCode(code: string): code is ProblemCode {
  return code in PROBLEM_SENTENCES;
}
