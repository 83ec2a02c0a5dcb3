import { formatDuration } from "./format-duration.mjs";

/** How long a silence may last in a log that nobody can see moving. */
const LOG_EVERY_MS = 15_000;

/**
 * Waits for `work` and says so once it has taken longer than a second: on a terminal one line whose seconds count up,
 * elsewhere (CI, a pipe) a plain line now and then. What ends within a second prints nothing.
 *
 * @template T
 * @param {string} label such as `Installing packages`
 * @param {() => Promise<T>} work
 * @param {{ out?: NodeJS.WriteStream }} [options]
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, { out = process.stdout } = {}) {
  const startedAt = Date.now();
  let linePrintedAt = 0;
  const tick = () => {
    const now = Date.now();
    if (out.isTTY) out.write(`\r${label} … ${Math.round((now - startedAt) / 1000)} s`);
    else if (now - linePrintedAt >= LOG_EVERY_MS) out.write(`${label} … ${Math.round((now - startedAt) / 1000)} s\n`);
    else return;
    linePrintedAt = now;
  };
  const timer = setInterval(tick, 1000);
  const finish = (outcome) => {
    clearInterval(timer);
    if (linePrintedAt === 0) return;
    out.write(`${out.isTTY ? "\r" : ""}${label}: ${outcome} ${formatDuration(Date.now() - startedAt)}\n`);
  };
  try {
    const result = await work();
    finish("took");
    return result;
  } catch (error) {
    finish("stopped after");
    throw error;
  }
}
