/** One value of a payload. It only points at tokens, so what was written stays as it was written. */
export type JsonNode = {
  /** The key as written, with its quotes; null for items of a list, and for the whole. */
  key: string | null;
  /** Its tokens: from `start` to before `end`. */
  start: number;
  end: number;
  /** Null for a string, number, `true`, `false` or `null`. */
  children: JsonNode[] | null;
};

/** The value that `tokens` (of `readJsonTokens`) make. Depth is bounded by memory only: nothing here calls itself. */
export function readJsonTree(tokens: readonly string[]): JsonNode {
  const whole: JsonNode = { key: null, start: 0, end: tokens.length, children: [] };
  const open: JsonNode[] = [whole];
  let key: string | null = null;
  tokens.forEach((token, index) => {
    const parent = open.at(-1) ?? whole;
    if (token === "," || token === ":") return;
    if (token === "}" || token === "]") {
      parent.end = index + 1;
      open.pop();
      return;
    }
    if (key === null && tokens[index + 1] === ":") {
      key = token;
      return;
    }
    const isOpening = token === "{" || token === "[";
    const node: JsonNode = { key, start: index, end: index + 1, children: isOpening ? [] : null };
    key = null;
    parent.children?.push(node);
    if (isOpening) open.push(node);
  });
  return whole.children?.[0] ?? whole;
}

const PLAIN_NAME = /^[A-Za-z_$][\w$]*$/;

/** Where a value stands, as one would write it in code: `entry[0].messaging[0].message.text`. */
export function toJsonPath(parentPath: string, key: string | null, index: number): string {
  if (key === null) return `${parentPath}[${index}]`;
  const name: unknown = JSON.parse(key);
  if (typeof name !== "string" || !PLAIN_NAME.test(name)) return `${parentPath}[${key}]`;
  return parentPath === "" ? name : `${parentPath}.${name}`;
}
