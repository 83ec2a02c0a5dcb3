/** JSON text that goes onto the wire as it is: numbers and spellings that a JavaScript value would lose. */
export class RawJson {
  constructor(readonly text: string) {}
}

/** JSON of a value, or the text of one that has it already. */
export function toJsonText(value: unknown): string {
  return value instanceof RawJson ? value.text : JSON.stringify(value);
}
