let lastSearch = "";

/** Remembers the filters of the list, so that the ways back to it keep them; a reload forgets. */
export function rememberListAddress(search: string): void {
  lastSearch = search;
}

/** The list as it was last seen. */
export function listAddress(): string {
  return lastSearch === "" ? "/notifications" : `/notifications?${lastSearch}`;
}
