import type { ErrorExplanation, ErrorTable } from "./error-explanation";

/** Sending the same again fails again. */
function wrong(title: string, advice: string): ErrorExplanation {
  return { title, advice, isRetryable: false, errorClass: "request" };
}
/** Something outside of the message is to be mended; then the same can go out. */
function mendable(title: string, advice: string): ErrorExplanation {
  return { title, advice, isRetryable: true, errorClass: "request" };
}

const MEDIA_TEMPLATE = wrong(
  "Facebook does not accept this picture or video in a template",
  "Something in the template is not valid: the details below say what. Send it as an attachment instead.",
);
const MEDIA_FROM_OUTSIDE = wrong(
  "A template takes uploaded files only",
  "The file in this template lies at another address. Upload it here first, then make the message again.",
);
/** Subcodes 2018173 to 2018188 are all about media templates. */
const MEDIA_TEMPLATES: ErrorTable = Object.fromEntries(
  Array.from({ length: 16 }, (_, index) => {
    const subcode = 2018173 + index;
    const isOutside = subcode === 2018185 || subcode === 2018188;
    return [`*/${subcode}`, isOutside ? MEDIA_FROM_OUTSIDE : MEDIA_TEMPLATE];
  }),
);

const APP_SETUP = mendable(
  "The Facebook app is not set up for this",
  "Check the app id, the app secret and the addresses under Pages, Facebook app. Then try again.",
);

/** What is wrong with the request itself (Meta docs: Messenger Platform error codes). */
export const REQUEST: ErrorTable = {
  "1/2018382": wrong(
    "This form cannot be used",
    "The Page has no such form, or it is switched off. Choose another form and send it anew.",
  ),
  "15": APP_SETUP,
  "100": wrong(
    "Facebook does not accept this message",
    "Something in the request is not valid. The details below say what; sending the same again will not help.",
  ),
  "100/2018008": mendable(
    "Facebook could not fetch the file",
    "Its address must be public, begin with https and answer within 10 seconds, with 8 MB for a picture and 25 MB for anything else. Mend that and send it again, or upload the file here.",
  ),
  "100/2018014": wrong(
    "A message and a typing signal were sent as one",
    "This is a fault of the desk: Facebook takes one of them in a request. Write the message again.",
  ),
  "100/2018034": wrong("The message was empty", "Write something, then send it."),
  "100/2018047": wrong(
    "The file is not of the kind it was sent as",
    "Choose it again, so that a picture goes as a picture and anything else as a file.",
  ),
  "100/2018074": wrong(
    "The uploaded file is no longer there",
    "Facebook keeps an upload for 90 days, for the Page it was made for. Upload the file again and send that.",
  ),
  "100/2018109": wrong(
    "The file is too large",
    "Facebook takes 25 MB at most, and 8 MB for a picture given by its address. Send a smaller one.",
  ),
  "100/2018164": wrong(
    "The conversation cannot be handed to that app",
    "No app with this id takes conversations of this Page. Choose another one.",
  ),
  "100/2018294": wrong(
    "Facebook could not fetch the video",
    "It took longer than 75 seconds, or the video is damaged. Send a smaller or newly saved one.",
  ),
  "100/2018320": wrong(
    "Facebook does not know this product",
    "It is not in the Page's catalogue. Choose another product and send it anew.",
  ),
  "100/2018328": wrong(
    "This kind of product message is not available",
    "It needs a newer version of Facebook's interface than the one this desk uses. Send a text or a card instead.",
  ),
  "100/2534013": mendable(
    "The Page has no Instagram account",
    "Link the account in the Page's settings on Facebook, connect the Page again, then send this once more.",
  ),
  "100/2534015": wrong(
    "Instagram does not accept this message",
    "Something in it is not valid there: the details below say what. Send a plain text or one file instead.",
  ),
  "100/2534025": wrong(
    "Instagram does not accept this private reply",
    "The comment is gone, too old, or was answered privately before. Write in the conversation instead.",
  ),
  "101": APP_SETUP,
  "191": {
    ...APP_SETUP,
    advice:
      "This desk's address is not among those the app allows for logins. Add it in the App Dashboard, then try again.",
  },
  "210": mendable(
    "This needs the token of the Page",
    "The desk used another kind of token. Connect the Page again, then send this once more.",
  ),
  "506": wrong(
    "The same was sent just before",
    "Facebook does not take the same text twice in a row. Change something in it and send it anew.",
  ),
  "*/1609005": mendable(
    "Facebook could not read the linked page",
    "Open the link yourself: it has to be public and correct. Mend it, then send this again.",
  ),
  "2200": mendable(
    "Facebook could not verify this desk's webhook",
    "Facebook called the desk's address and did not get the expected answer. Set the webhook up again under Pages, Facebook app.",
  ),
  "2500": wrong(
    "Facebook does not know this call",
    "This is a fault of the desk, or its token is missing. The details below help whoever looks after it.",
  ),
  "10303": mendable(
    "Linking the person's account did not work",
    "The link has run out. The person starts linking their account once more.",
  ),
  ...MEDIA_TEMPLATES,
};
