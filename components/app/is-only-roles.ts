const SHOWN_MS = 7 * 24 * 60 * 60 * 1000;

/** Whether Meta refused a person without a role on the app so lately that the app is likely still so. */
export function isOnlyRoles(onlyRolesAt: number | null, nowMs: number): boolean {
  return onlyRolesAt !== null && nowMs - onlyRolesAt < SHOWN_MS;
}
