const twoDigits = (value: number) => String(value).padStart(2, "0");

/** Unix ms as the value of `<input type="datetime-local">`, in the reader's time zone, to the minute. */
export function toLocalInput(atMs: number): string {
  const at = new Date(atMs);
  const date = [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join("-");
  return `${date}T${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** The other way; null while nothing, or not all of it, is entered. */
export function fromLocalInput(value: string): number | null {
  const atMs = new Date(value).getTime();
  return Number.isNaN(atMs) ? null : atMs;
}
