import { join } from "node:path";

/** What is bundled into dist/, by the name it gets there. */
const ENTRIES = { server: "server.ts", commands: "lib/commands/main.ts" };

/**
 * Bundles programs of ours, each with the part of lib/ it uses, into dist/. Packages stay where they are: better-sqlite3
 * is compiled code and Next finds its own files.
 *
 * @param {{ folder: string, names?: (keyof typeof ENTRIES)[] }} options the folder that holds server.ts and tsconfig.json;
 *   which programs, all unless told otherwise
 * @returns {Promise<boolean>} false when it failed; esbuild has printed why
 */
export async function bundle({ folder, names = ["server", "commands"] }) {
  const esbuild = await import("esbuild");
  try {
    await esbuild.build({
      absWorkingDir: folder,
      entryPoints: names.map((name) => ({ in: ENTRIES[name], out: name })),
      outdir: "dist",
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      sourcemap: true,
      tsconfig: join(folder, "tsconfig.json"),
      plugins: [withoutServerOnly],
      logLevel: "warning",
    });
    return true;
  } catch {
    return false;
  }
}

/** `server-only` makes a browser bundle fail; Node itself, outside of Next, is refused by it too. Here it is nothing. */
const withoutServerOnly = {
  name: "without-server-only",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};
