/** Undoes percent-encoding; what is not properly encoded stays as it is, and then names nothing. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
