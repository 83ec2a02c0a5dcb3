import { NOTHING_STAGED, type Staged } from "./staged";

const KEY = "pagedesk.staged-fields";

/** What is staged in the matrix, kept for this tab: following a link or reloading loses nothing, closing the tab does. */
export const stagedStore = {
  read(): Staged {
    try {
      return parse(window.sessionStorage.getItem(KEY) ?? "{}");
    } catch {
      return NOTHING_STAGED;
    }
  },

  write(staged: Staged) {
    try {
      if (staged.size === 0) window.sessionStorage.removeItem(KEY);
      else window.sessionStorage.setItem(KEY, toJson(staged));
    } catch {
      // The browser keeps nothing (private mode, full): what is staged lives as long as the screen.
    }
  },
};

function toJson(staged: Staged): string {
  return JSON.stringify(Object.fromEntries([...staged].map(([id, fields]) => [id, Object.fromEntries(fields)])));
}

/** Whatever is not as we wrote it is left out. */
function parse(json: string): Staged {
  return new Map(toEntries(JSON.parse(json)).map(([id, fields]) => [id, new Map(toEntries(fields).filter(isSwitch))]));
}

function toEntries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function isSwitch(entry: [string, unknown]): entry is [string, boolean] {
  return typeof entry[1] === "boolean";
}
