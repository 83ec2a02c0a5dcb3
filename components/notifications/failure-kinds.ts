import type { WebhookFailureKind } from "@/lib/api/schemas/webhook-failures";

// The schema itself stays on the server (zod is heavy), so the kinds are listed once more; this does not compile when
// one is missing.
const KINDS = {
  rejected: true,
  not_stored: true,
  not_applied: true,
  unreadable: true,
  slow: true,
  gap: true,
  too_large: true,
  foreign_object: true,
  handshake: true,
} satisfies Record<WebhookFailureKind, true>;

export const failureKinds = Object.keys(KINDS) as WebhookFailureKind[];
