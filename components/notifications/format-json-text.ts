import { readJsonTokens } from "./read-json-tokens";

/**
 * `json` laid out with two spaces, every token exactly as it was written: digits of long ids, `\u` escapes and repeated
 * keys stay, which parsing and printing would change. Null when it is not JSON.
 */
export function formatJsonText(json: string): string | null {
  const tokens = readJsonTokens(json);
  return tokens === null ? null : formatJsonTokens(tokens);
}

/** The same for a stretch of tokens that make one value. */
export function formatJsonTokens(tokens: readonly string[]): string {
  let depth = 0;
  const newLine = () => `\n${"  ".repeat(depth)}`;
  let formatted = "";
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token === "{" || token === "[") {
      const isEmpty = next === "}" || next === "]";
      formatted += token;
      if (!isEmpty) {
        depth += 1;
        formatted += newLine();
      }
    } else if (token === "}" || token === "]") {
      const previous = tokens[index - 1];
      if (previous !== "{" && previous !== "[") {
        depth -= 1;
        formatted += newLine();
      }
      formatted += token;
    } else if (token === ",") {
      formatted += `,${newLine()}`;
    } else {
      formatted += token === ":" ? ": " : token;
    }
  });
  return formatted;
}
