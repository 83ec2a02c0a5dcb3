import { ERROR_TABLE, UNANSWERED, UNKNOWN } from "./error-catalogue";
import { ACTION_TABLE, SIGN_ADVICE } from "./error-catalogue-actions";
import type { ErrorClass, ErrorExplanation } from "./error-explanation";

const CLASSES: readonly [errorClass: ErrorClass, title: string, text: string][] = [
  ["transient", "It passes", "The desk sends it again by itself a few times, after growing pauses."],
  ["rate", "Too fast", "The desk waits as long as Meta says, or longer and longer, and sends it again by itself."],
  ["token", "The Page has to be connected again", "The desk stops sending for the Page and says so under *Pages*."],
  ["permission", "A permission or feature is missing", "It is granted at Meta: by a new login, or in App Review."],
  ["window", "Meta's rules for this conversation", "What may still be sent stands in the composer."],
  ["recipient", "The person", "Only they can change it."],
  ["request", "The message itself", "It has to be changed, or something it needs."],
  ["restriction", "The Page is restricted", "Somebody who looks after the Page should act soon."],
  ["unconfirmed", "Nobody knows whether it arrived", "The desk never sends it again by itself."],
  ["not_sent", "It did not go out", "Nothing has arrived, so it is safe to send it again."],
];
const NAME_OF_UNANSWERED: Readonly<Record<keyof typeof UNANSWERED, string>> = {
  not_sent: "no connection",
  unknown_outcome: "no answer",
  not_tried: "not tried",
  refused: "refused here",
  not_found: "not found",
};

/** The catalogue as a page of Markdown: what each error of Meta's is called here, and what to do about it. */
export function toErrorPage(): string {
  const lines: [name: string, line: ErrorExplanation][] = [
    ...Object.entries(ERROR_TABLE).map(([key, line]) => [toName(key), line] as [string, ErrorExplanation]),
    ...Object.entries(UNANSWERED).map(
      ([key, line]) => [NAME_OF_UNANSWERED[key as keyof typeof UNANSWERED], line] as [string, ErrorExplanation],
    ),
    ["anything else", UNKNOWN],
  ];
  return [INTRODUCTION, ...CLASSES.map((entry) => toSection(entry, lines)), toActions()].join("\n");
}

const NAME_OF_ACTION_LINE: Readonly<Record<keyof typeof ACTION_TABLE, string>> = {
  unknown_outcome: "no answer",
  not_sent: "no connection",
  transient: "1, 2, 1200",
  "100": "100",
  unknown: "anything else",
};

function toActions(): string {
  const rows = Object.entries(ACTION_TABLE).map(
    ([key, { title, advice }]) => `| ${NAME_OF_ACTION_LINE[key as keyof typeof ACTION_TABLE]} | ${title} | ${advice} |`,
  );
  return [
    "## Actions",
    "",
    "Reactions, handing a conversation over, uploads and the like are never sent again from *Errors*, and are grouped by",
    "what they were. Where the line above speaks of a message, they have their own:",
    "",
    "| Code | What it means | What to do |",
    "| --- | --- | --- |",
    ...rows,
    "",
    `Signs of typing and reading are kept without being open: *${SIGN_ADVICE}*`,
    "",
  ].join("\n");
}

const INTRODUCTION = `# What Meta's errors mean

Every failed call about a message or an action stands under *Errors* with Meta's own words and the sentences below. Made
from \`lib/messenger/error-catalogue*.ts\` by \`npm run docs:errors\`; a test compares the two. *Again* says whether sending
the same message again can work, at once or after the step that is named.
`;

function toSection(
  [errorClass, title, text]: (typeof CLASSES)[number],
  lines: [name: string, line: ErrorExplanation][],
): string {
  const rows = lines
    .filter(([, line]) => line.errorClass === errorClass)
    .map(([name, line]) => `| ${name} | ${line.title} | ${line.advice} | ${line.isRetryable ? "yes" : "no"} |`);
  return [
    `## ${title}`,
    "",
    text,
    "",
    "| Code | What it means | What to do | Again |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

/** `code / subcode`; a subcode alone where Meta names no code to it. */
function toName(key: string): string {
  return key.startsWith("*/") ? key.slice(2) : key.replace("/", " / ");
}
