// Base UI's own controls keep hidden fields beside them.
const FIELD = ["input:not([type=radio],[type=checkbox],[type=file],[type=hidden])", "textarea"]
  .map((field) => `${field}:not(:disabled,[aria-hidden=true])`)
  .join(", ");

/** The first field somebody can write into; null where there is none. */
export function findField(within: ParentNode | null | undefined): HTMLElement | null {
  return within?.querySelector<HTMLElement>(FIELD) ?? null;
}
