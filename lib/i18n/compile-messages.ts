import compile from "icu-minify/compile";

type MessageTree = { readonly [key: string]: string | MessageTree };

/**
 * Texts in the form that `use-intl/format-message/format-only` reads (see next.config.mjs): what a browser would need a
 * parser for is parsed here, once. The type stays that of the texts, which is what says which values each one takes.
 */
export function compileMessages<Messages extends MessageTree>(messages: Messages): Messages {
  const toCompiled = (text: string | MessageTree): unknown =>
    typeof text === "string"
      ? compile(text)
      : Object.fromEntries(Object.entries(text).map(([key, value]) => [key, toCompiled(value)]));
  // Through JSON: React hands only objects with a prototype on to the browser, and choices come without.
  return JSON.parse(JSON.stringify(toCompiled(messages)));
}
