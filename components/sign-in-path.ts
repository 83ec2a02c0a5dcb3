/** The sign-in screen, which leads back to `returnTo` (a path with its query) afterwards. */
export function signInPath(returnTo: string): string {
  return `/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`;
}
