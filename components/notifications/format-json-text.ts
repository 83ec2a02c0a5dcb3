/**
 * `json` laid out with two spaces, every token exactly as it was written: digits of long ids, `\u` escapes and repeated
 * keys stay, which parsing and printing would change. Null when it is not JSON.
 */
export function formatJsonText(json: string): string | null {
  try {
    JSON.parse(json);
  } catch {
    return null;
  }
  let depth = 0;
  const newLine = () => `\n${"  ".repeat(depth)}`;
  // Tokens: strings, punctuation, and runs of anything else (numbers, true, false, null); white space is dropped.
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
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
