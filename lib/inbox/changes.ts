/** What a transaction changed, by id: published once it is committed, so that nobody sees what may yet be rolled back. */
export class Changes {
  readonly createdMessages = new Set<number>();
  readonly updatedMessages = new Set<number>();
  readonly conversations = new Set<number>();
  readonly notifications = new Set<number>();
  readonly pages = new Set<string>();
  readonly deliveryErrors = new Set<number>();
  /** Something is gone: whoever looks has to look again. */
  hasRemovals = false;
  /** Somebody wrote for the first time: their profile is wanted. */
  hasNewPeople = false;
}
