/**
 * Asks again and again until the answer is true.
 *
 * @param {() => Promise<boolean>} isTrue a rejection counts as "not yet"
 * @param {{ timeoutMs: number, everyMs?: number, signal?: AbortSignal }} options
 * @returns {Promise<boolean>} false when the time is over, or `signal` came first
 */
export async function waitUntil(isTrue, { timeoutMs, everyMs = 50, signal }) {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline && !signal?.aborted) {
    if (await isTrue().catch(() => false)) return true;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return false;
}

/**
 * True when a GET is answered 2xx.
 *
 * @param {string} url
 */
export async function answers(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: "manual" });
  await response.arrayBuffer();
  return response.ok;
}
