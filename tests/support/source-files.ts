import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const EXTENSIONS = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];
const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm;
const CALL = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

export interface SourceImport {
  /** As written. */
  specifier: string;
  /** The file it means, below the root; null for a package. */
  target: string | null;
  /** `import type`: gone when the program runs. */
  isTypeOnly: boolean;
}

export interface SourceFile {
  /** Below the root, with `/` on every system. */
  path: string;
  text: string;
  /** In the order written. */
  imports: SourceImport[];
  isTest: boolean;
}

/** Every TypeScript file in these folders at the top of the repository, or these files there. What is not there has none. */
export function readSourceFiles(folders: readonly string[]): SourceFile[] {
  return folders.flatMap(listFiles).map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return { path, text, imports: listImports(path, text), isTest: /\.test\.tsx?$/.test(path) };
  });
}

function listFiles(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  if (statSync(join(root, folder)).isFile()) return [folder];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function listImports(path: string, text: string): SourceImport[] {
  const statements = [...text.matchAll(STATEMENT)].map(([, type, specifier = ""]) => ({
    specifier,
    isTypeOnly: Boolean(type),
  }));
  const calls = [...text.matchAll(CALL)].map(([, specifier = ""]) => ({ specifier, isTypeOnly: false }));
  return [...statements, ...calls].map((found) => ({ ...found, target: resolve(path, found.specifier) }));
}

function resolve(from: string, specifier: string): string | null {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(from), specifier)
      : null;
  if (path === null) return null;
  const isFile = (candidate: string) => existsSync(join(root, candidate)) && statSync(join(root, candidate)).isFile();
  return EXTENSIONS.map((extension) => path + extension).find(isFile) ?? path;
}
