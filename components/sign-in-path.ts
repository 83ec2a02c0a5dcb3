/** The sign-in screen, which says that the session has ended, and leads back to `returnTo` (a path with its query). */
export function signInPath(returnTo: string): string {
  return `/sign-in?${new URLSearchParams({ callbackUrl: returnTo, error: "SessionRequired" })}`;
}
