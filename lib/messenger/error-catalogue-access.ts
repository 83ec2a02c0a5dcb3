import type { ErrorExplanation, ErrorTable } from "./error-explanation";

export const DEAD_TOKEN: ErrorExplanation = {
  title: "The Page's access has ended",
  advice: "Facebook no longer accepts the Page's token. Connect the Page again, then send this once more.",
  isRetryable: true,
  errorClass: "token",
};

/** A token that is dead for a cause Meta names. */
function deadBecause(cause: string, first = ""): ErrorExplanation {
  return { ...DEAD_TOKEN, advice: `${cause} ${first}Connect the Page again, then send this once more.` };
}

const LOGIN_CODE: ErrorExplanation = {
  title: "Facebook's login could not be completed",
  advice: "The login took too long, or was started twice. Connect the Page again from the beginning.",
  isRetryable: true,
  errorClass: "token",
};

export const NO_PERMISSION: ErrorExplanation = {
  title: "The Page has not granted this permission",
  advice: "Connect the Page again and allow messaging, or ask for the permission in App Review.",
  isRetryable: true,
  errorClass: "permission",
};

const needs = (title: string, advice: string): ErrorExplanation => ({ ...NO_PERMISSION, title, advice });

const RESTRICTED: ErrorExplanation = {
  title: "Facebook has restricted this Page from sending",
  advice: "Look into the Page's support inbox on Facebook and settle what it names. Replies fail until then.",
  isRetryable: true,
  errorClass: "restriction",
};

/** The token, permissions, features and standing of a Page or app (Meta docs: Messenger Platform error codes). */
export const ACCESS: ErrorTable = {
  "102": DEAD_TOKEN,
  "104": {
    ...DEAD_TOKEN,
    title: "The call to Facebook was not signed properly",
    advice: "Check the app secret in this desk's settings, connect the Page again, then send this once more.",
  },
  "100/36007": LOGIN_CODE,
  "100/36008": {
    ...LOGIN_CODE,
    advice: "This desk's address is not the one the login was made for. Check it in the app's settings at Meta.",
  },
  "100/36009": LOGIN_CODE,
  "190": DEAD_TOKEN,
  "190/458": deadBecause("The person who connected the Page has removed the app."),
  "190/459": deadBecause(
    "The person who connected the Page has to pass a check.",
    "They log in at facebook.com first. ",
  ),
  "190/460": deadBecause("The person who connected the Page changed their Facebook password."),
  "190/463": deadBecause("The Page's token has expired."),
  "190/464": deadBecause("The person who connected the Page has not confirmed their account.", "They do so first. "),
  "190/467": deadBecause("The person who connected the Page was logged out."),
  "190/492": deadBecause("The person who connected the Page no longer has a role on it."),

  "1/99": needs(
    "Facebook refused without saying why",
    "A permission is most likely missing. Check Advanced Access and the business verification of the app at Meta.",
  ),
  "2/2018344": needs(
    "The terms for Page contacts are not accepted",
    "An admin of the Page accepts Facebook's terms for labels and Page contacts, then try again.",
  ),
  "3": needs(
    "The app may not do this yet",
    "The app lacks a feature for this. Ask for it in App Review at Meta, then try again.",
  ),
  "10": NO_PERMISSION,
  "10/2018336": needs(
    "European or Japanese privacy rules limit this conversation",
    "Facebook allows fewer features with this person. Send a plain text instead.",
  ),
  "10/2534077": needs(
    "The link between Page and Instagram account is broken",
    "Link them again in the Page's settings on Facebook and check two-factor login, then try again.",
  ),
  "100/33": needs(
    "Facebook does not show this to the Page",
    "It no longer exists, or the Page's token does not reach it. Connect the Page again, then try once more.",
  ),
  "200": NO_PERMISSION,
  "200/2018021": needs(
    "The Page may not find people by phone number",
    "Facebook no longer offers this to new Pages. Write to the person in their conversation instead.",
  ),
  "200/2018027": needs(
    "The app may not find people by phone number",
    "Facebook no longer offers this to new apps. Write to the person in their conversation instead.",
  ),
  "200/2018028": needs(
    "The app may only write to people with a role on it",
    "It is in development mode or has Standard Access. Give this person a role on the app, or finish App Review.",
  ),
  "200/2534041": needs(
    "The Instagram account does not let apps read its messages",
    "Its owner switches on access to messages under Connected tools in Instagram's settings, then try again.",
  ),
  "230": NO_PERMISSION,
  "283": needs(
    "The Page was connected with an outdated permission",
    "Connect the Page again: Facebook then asks for today's permissions. Send this once more afterwards.",
  ),
  "36103": needs(
    "The Instagram account may not use this yet",
    "Instagram has not enabled messaging by apps for this account. Wait some days, then try again.",
  ),
  "*/2018171": needs(
    "The app has no part in passing conversations on",
    "Name this app in the Page's settings under Conversation Routing, then try again.",
  ),
  "*/2018234": needs(
    "The app may not see the other apps of this Page",
    "Make this app the default app of the Page under Conversation Routing, then try again.",
  ),
  "*/2018247": needs(
    "Facebook does not show this person's profile to the app",
    "The app lacks the permission for profiles. Ask for it in App Review; the name stays unknown until then.",
  ),

  "10/1404170": {
    ...RESTRICTED,
    title: "Facebook has stopped this Page's requests for marketing messages",
    advice: "Facebook lifts this by itself. Wait, and ask fewer people; replies still go out.",
  },
  "10/1893063": RESTRICTED,
  "100/2534029": {
    ...RESTRICTED,
    title: "Instagram has blocked this account from sending",
    advice: "Look into the account's status in the Instagram app and settle what it names. Replies fail until then.",
  },
  "368": {
    ...RESTRICTED,
    title: "Facebook has blocked this for breaking its rules",
    advice:
      "Stop sending for now. Look into the Page's support inbox on Facebook, and appeal there if it is a mistake.",
  },
  "613/2018338": {
    ...RESTRICTED,
    title: "Facebook sees too many late answers to this person",
    advice: "Stop answering after the 24 hours at once, or Facebook restricts the Page. Wait until the person writes.",
    isRetryable: false,
  },
  "2022": {
    ...RESTRICTED,
    title: "Facebook has switched off messages about sales for this Page",
    advice: "Look into the Page's support inbox on Facebook and settle what it names, then send it again.",
  },
};

/** Error 100 of this type and without a subcode is about the proof (Meta docs: secure Graph API calls). */
export const BAD_PROOF: ErrorExplanation = needs(
  "Facebook does not accept this desk's app secret",
  "The app secret here and at Meta differ. Copy it from the App Dashboard into this desk's settings, then send it again.",
);
