import type { NotificationDetail } from "@/lib/api/schemas/notifications";
import { maskPersonalData } from "@/lib/messenger/mask-personal-data";
import { maskText } from "@/lib/messenger/mask-text";

/**
 * A notification as it is shown to who may not see personal data. What went wrong is hidden in too: an error of a parser
 * quotes what it could not read.
 */
export function toMaskedNotification(notification: NotificationDetail): NotificationDetail {
  const rawBody = maskPersonalData(notification.rawBody);
  const hide = (error: string | null) => (error === null ? null : maskText(error));
  return {
    ...notification,
    rawBody,
    isMasked: rawBody !== notification.rawBody,
    error: hide(notification.error),
    events: notification.events.map((event) => ({ ...event, error: hide(event.error) })),
  };
}
