import { join } from "node:path";

/**
 * Bundles `server.ts` and the part of lib/ it uses into dist/server.js. Packages stay where they are: better-sqlite3 is
 * compiled code and Next finds its own files.
 *
 * @param {{ folder: string }} options the folder that holds server.ts and tsconfig.json
 * @returns {Promise<boolean>} false when it failed; esbuild has printed why
 */
export async function bundleServer({ folder }) {
  const esbuild = await import("esbuild");
  try {
    await esbuild.build({
      absWorkingDir: folder,
      entryPoints: ["server.ts"],
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
