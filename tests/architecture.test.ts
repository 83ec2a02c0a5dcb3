import { expect, test } from "vitest";
import { readSourceFiles, type SourceFile } from "./support/source-files";

/**
 * How the code is laid out (docs/architecture.md), as rules a machine can check. A failure names the files; the sentence
 * here says what to do about it.
 */
const RULES = {
  "imports point to the right: app, components, lib, drizzle":
    "Move what is shared to the folder further right, or pass it in. simulator/ and tests/ stand outside: nothing imports from them, and the simulator imports nothing of ours, so that it cannot agree with our mistakes: only the samples, which are data.",
  "samples import types alone":
    "The simulator shares lib/messenger/samples with us: nothing that runs may come to it that way.",
  "lib/messenger imports nothing of ours":
    "It is pure knowledge of the platform. Pass in what it needs, or put what does I/O into another folder of lib/.",
  "what touches the database or the settings is server-only":
    'Make `import "server-only";` the first import: then a component that pulls it into the browser does not build.',
  "components take server modules with `import type`":
    "Let the page load the data and pass it down, or fetch it from the API. The type alone may be imported.",
  "SQL lives in *-queries.ts and lib/db":
    "Write a function `fn(db, params)` in the domain's `*-queries.ts` and call that: a second database will be put behind these functions.",
  "every file says what it holds":
    "No utils, helpers, misc or types: name the file after the one thing it exports, and put a type beside the function that returns it.",
  "no index.ts that only re-exports": "Import from the file that defines the thing.",
  "every place of the desk asks who may see it":
    "Call `requireViewer` with a permission of lib/auth/permissions.ts in the place's own layout or page: whoever has not got it is told that the place does not exist.",
  "only a few files call out":
    "An address that somebody typed, or that stands in a message, may only be called by code that checks where it leads: lib/outgoing, lib/media. Use `guardedPost`, or Meta's `GraphClient`.",
  "every route goes through defineRoute":
    'Use `defineRoute` from "@/lib/api/define-route": it checks session, role, origin and input, and writes the line in /api/openapi.json.',
} as const;

const LAYERS = ["app", "components", "lib", "drizzle"];
const SAMPLES = "lib/messenger/samples/";
const OUTSIDE = ["simulator", "tests", "scripts"];

/** These answer to others than our own pages: next-auth, and Meta (design of the webhook: docs/architecture.md). */
const ROUTES_OF_THEIR_OWN = ["app/api/auth/[...nextauth]/route.ts", "app/api/webhook/route.ts", "app/webhook/route.ts"];

/** The desk's own address, Meta, and what is checked first. */
const CALL_OUT = [
  "lib/app/call-own-address.ts",
  "lib/graph/graph-client.ts",
  "lib/media/fetch-media.ts",
  "lib/outgoing/guarded-post.ts",
];

const files = readSourceFiles([...LAYERS, ...OUTSIDE]);
const code = files.filter(({ isTest }) => !isTest);
const serverOnly = new Set(files.filter(startsServerOnly).map(({ path }) => path));

check("imports point to the right: app, components, lib, drizzle", () =>
  [...code.filter(isIn(LAYERS)), ...files.filter(isIn(["simulator"]))].flatMap(({ path, imports }) => {
    const from = topFolder(path);
    const allowed = from === "simulator" ? ["simulator"] : LAYERS.slice(LAYERS.indexOf(from));
    return imports
      .map(({ target }) => target)
      .filter((target) => target !== null && [...LAYERS, ...OUTSIDE].includes(topFolder(target)))
      .filter((target) => target !== null && !allowed.includes(topFolder(target)))
      .filter((target) => !(from === "simulator" && target?.startsWith(SAMPLES)))
      .map((target) => `${path} imports ${target}`);
  }),
);

check("samples import types alone", () =>
  code
    .filter(({ path }) => path.startsWith(SAMPLES))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target, isTypeOnly }) => !isTypeOnly && !target?.startsWith(SAMPLES))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    ),
);

check("lib/messenger imports nothing of ours", () =>
  code
    .filter(({ path }) => path.startsWith("lib/messenger/"))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target !== null && !target.startsWith("lib/messenger/"))
        .map(({ target }) => `${path} imports ${target}`),
    ),
);

check("what touches the database or the settings is server-only", () =>
  code
    .filter(isIn(["lib"]))
    .filter(({ imports }) => imports.some(isServerThing))
    .filter(({ path }) => !serverOnly.has(path))
    .map(({ path }) => path),
);

check("components take server modules with `import type`", () =>
  code
    .filter(isIn(["components"]))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ target, isTypeOnly }) => target !== null && !isTypeOnly && serverOnly.has(target))
        .map(({ target }) => `${path} imports ${target}`),
    ),
);

check("SQL lives in *-queries.ts and lib/db", () =>
  code
    .filter(isIn(["app", "components", "lib"]))
    .filter(({ path }) => !path.endsWith("-queries.ts") && !path.startsWith("lib/db/"))
    .flatMap(({ path, text }) => [...text.matchAll(SQL)].map(([found]) => `${path}: ${found.replace(/\s+/g, "")}`)),
);

check("every file says what it holds", () =>
  files.map(({ path }) => path).filter((path) => /(^|\/)(utils?|helpers?|misc|types)(\/|\.test\.|\.tsx?$)/.test(path)),
);

check("no index.ts that only re-exports", () =>
  files
    .filter(({ path, text }) => /(^|\/)index\.tsx?$/.test(path) && !holdsAnythingOfItsOwn(text))
    .map(({ path }) => path),
);

check("only a few files call out", () =>
  [...code.filter(isIn(["app", "lib"])), ...readSourceFiles(["server.ts", "proxy.ts", "instrumentation.ts"])]
    .filter(({ path }) => !CALL_OUT.includes(path))
    .flatMap(({ path, text }) => [...text.matchAll(CALLS)].map(([found]) => `${path}: ${found.replace(/\s+/g, " ")}`)),
);

check("every route goes through defineRoute", () =>
  code
    .filter(({ path }) => /^app\/(.*\/)?route\.tsx?$/.test(path) && !ROUTES_OF_THEIR_OWN.includes(path))
    .filter(({ text }) => !/import\s*\{[^}]*\bdefineRoute\b[^}]*\}\s*from\s*"@\/lib\/api\/define-route"/.test(text))
    .map(({ path }) => path),
);

check("every place of the desk asks who may see it", () => {
  const pages = code.filter(({ path }) => /^app\/\(desk\)\/.*\/page\.tsx$/.test(path));
  const isAsked = ({ text }: SourceFile) => /requireViewer\("[a-z_]+:[a-z]+"\)/.test(text);
  const asking = new Set(code.filter(isAsked).map(({ path }) => path));
  return pages
    .filter(({ path }) => {
      const folders = path.split("/").slice(0, -1);
      const layouts = folders.map((_, depth) => `${folders.slice(0, depth + 1).join("/")}/layout.tsx`);
      return ![path, ...layouts].some((each) => asking.has(each));
    })
    .map(({ path }) => path);
});

test("the rules look at the code there is", () => {
  for (const folder of LAYERS) expect(files.filter(isIn([folder])).length, folder).toBeGreaterThan(0);
  expect(serverOnly).toContain("lib/env.ts");
});

function check(rule: keyof typeof RULES, findViolations: () => string[]) {
  test(rule, () => {
    expect(findViolations(), `\n${RULES[rule]}\n`).toEqual([]);
  });
}

function topFolder(path: string) {
  return path.split("/")[0] ?? "";
}

function isIn(folders: readonly string[]) {
  return ({ path }: SourceFile) => folders.includes(topFolder(path));
}

function startsServerOnly({ imports }: SourceFile) {
  return imports[0]?.specifier === "server-only";
}

function isServerThing({ specifier, target, isTypeOnly }: SourceFile["imports"][number]) {
  if (isTypeOnly) return false;
  // A pure module of lib/db, such as a hash, may be used anywhere; what it is shows in its first line.
  if (target !== null) return target === "lib/env.ts" || (target.startsWith("lib/db/") && serverOnly.has(target));
  return specifier === "better-sqlite3" || specifier.startsWith("drizzle-orm/better-sqlite3");
}

/** A `sql` template, a prepared statement, or a query begun on something called db or tx. */
const SQL =
  /\bsql(?:<[^>`]*>)?`|\bsql\.raw\(|\.prepare\(|\bprepared(?:<[^(]*>)?\(|\b(?:db|tx)\s*\.\s*(?:select|selectDistinct|insert|update|delete|run|all|get|values|with)\(/g;

/** `fetch`, what of Node's modules opens connections, and packages that do. Types are no calls. */
const CALLS =
  /(?<![.\w"'`/])fetch\s*\(|import\s+(?!type\b)[^;]*?\b(?<!type )(?:request|get|Agent|connect|createConnection|Socket)\b[^;]*?from\s+"node:(?:https?|http2|net|tls|dgram)"|from\s+"(?:undici|axios|got|node-fetch|ws)"|new\s+(?:WebSocket|EventSource)\b/g;

function holdsAnythingOfItsOwn(text: string) {
  const rest = text
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "")
    .replace(/^(?:import|export)\s[^"';]*?from\s+["'][^"']+["'];?/gm, "");
  return rest.trim() !== "";
}
