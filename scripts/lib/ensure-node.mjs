// Parsed by every Node that knows import(): no syntax younger than 2018 in this file, in run-command.mjs and in scripts/*.mjs.

const OLDEST = [20, 9];

/**
 * Tells in one sentence why this Node cannot run Pagedesk, or gives `null` when it can.
 *
 * @param {string} version such as `20.11.1`
 */
export function describeOldNode(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return `Pagedesk needs Node ${OLDEST.join(".")} or newer, and this is Node ${version}: install a newer one from your distribution or from nodejs.org, then repeat the command.`;
}
