/** What went wrong, for the developer who looks at the notification. Never part of what Meta sent. */
export function toReason(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : "Unknown error.";
}
