/** Whether one conversation is open. On phones it then has the whole screen, with a way back of its own. */
export function isInThread(pathname: string): boolean {
  return pathname.startsWith("/inbox/");
}
