/**
 * Asks again until the answer is as wanted. For things another process does in its own time; not a sleep: it ends as
 * soon as it can.
 * @throws what `check` threw last, after 60 seconds
 */
export async function eventually<T>(check: () => Promise<T>): Promise<T> {
  const untilMs = Date.now() + 60_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > untilMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
}
