/** What "Download" calls the bytes of a notification; `/api/notifications/{id}/raw` says the same. */
export function bodyFileName(notificationId: string): string {
  return `notification-${notificationId}.json`;
}
