import { AppError } from "@/lib/errors";

/**
 * How many files may be on their way in at once: each is held in memory until Meta has it.
 */
export class UploadSlots {
  readonly #taken = new Map<string, number>();

  constructor(private readonly limits: { inAll: number; perPerson: number }) {}

  /** @returns gives the slot back; harmless when called again. @throws {AppError} `too_many_uploads` */
  take(userId: string): () => void {
    const own = this.#taken.get(userId) ?? 0;
    if (own >= this.limits.perPerson) {
      const message = `You are uploading ${own} files already. Wait until one is through.`;
      throw new AppError("too_many_uploads", message);
    }
    const inAll = [...this.#taken.values()].reduce((sum, count) => sum + count, 0);
    if (inAll >= this.limits.inAll) {
      throw new AppError("too_many_uploads", "Others are uploading at the moment. Try again in a few seconds.");
    }
    this.#taken.set(userId, own + 1);
    let isGivenBack = false;
    return () => {
      if (isGivenBack) return;
      isGivenBack = true;
      const left = (this.#taken.get(userId) ?? 1) - 1;
      if (left === 0) this.#taken.delete(userId);
      else this.#taken.set(userId, left);
    };
  }
}
