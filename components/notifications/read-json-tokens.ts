/**
 * The tokens of `json` as they were written: strings with their quotes, punctuation, and runs of anything else (numbers,
 * `true`, `false`, `null`). White space is dropped. Null when it is not JSON.
 */
export function readJsonTokens(json: string): string[] | null {
  try {
    JSON.parse(json);
  } catch {
    return null;
  }
  return json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g);
}
