import { describeOldNode } from "./ensure-node.mjs";

/**
 * Runs one of the commands of package.json: checks Node first, and only then loads the command, whose syntax an old
 * Node could not read. A `Problem` is printed as its sentence alone; anything else is a bug of ours and keeps its stack.
 *
 * @param {() => Promise<{ run: (args: string[]) => Promise<number | undefined> }>} load
 */
export function runCommand(load) {
  const oldNode = describeOldNode(process.versions.node);
  if (oldNode) {
    console.error(oldNode);
    process.exitCode = 1;
    return;
  }
  load()
    .then((command) => command.run(process.argv.slice(2)))
    .then((exitCode) => {
      if (exitCode) process.exitCode = exitCode;
    })
    .catch((error) => {
      console.error(error.name === "Problem" ? error.message : error);
      process.exitCode = 1;
    });
}
