import { fill, h, icon, timeOf } from "./dom.js";
import { viewer } from "./viewer.js";

const SHOWN = 250;
const entries = [];
let filter = "all";
let body = null;

const FILTERS = { all: "All", attempt: "To the app", call: "From the app", remark: "Remarks" };

/** The frame of the log; entries are put in as they happen, newest on top. */
export function drawLog(pane) {
  body = h("ol", { class: "entries", tabindex: "0", "aria-label": "Log" });
  const buttons = Object.entries(FILTERS).map(([kind, label]) =>
    h(
      "button",
      {
        type: "button",
        class: "tab",
        "aria-pressed": String(kind === filter),
        onclick: (event) => {
          filter = kind;
          for (const button of buttons) button.setAttribute("aria-pressed", String(button === event.currentTarget));
          redraw();
        },
      },
      label,
    ),
  );
  fill(
    pane,
    h(
      "div",
      { class: "log-top" },
      h("h2", {}, "Log"),
      h("div", { class: "tabs", role: "group", "aria-label": "Show" }, buttons),
    ),
    body,
  );
  redraw();
}

/** Puts one entry on top. */
export function addEntry(kind, item) {
  const entry = { kind, item };
  entries.unshift(entry);
  entries.length = Math.min(entries.length, SHOWN);
  if (body === null || (filter !== "all" && filter !== kind)) return;
  body.querySelector(".empty")?.remove();
  body.prepend(row(entry));
  while (body.children.length > SHOWN) body.lastElementChild.remove();
}

/** Replaces everything by what the server kept. */
export function setEntries(all) {
  entries.length = 0;
  entries.push(...all.sort((a, b) => b.item.id - a.item.id).slice(0, SHOWN));
  redraw();
}

/** Draws every entry anew, as after the names of Pages became known. */
export function redraw() {
  if (body === null) return;
  const shown = entries.filter(({ kind }) => filter === "all" || kind === filter);
  fill(body, shown.length === 0 ? h("li", { class: "empty" }, "Nothing happened yet.") : shown.map(row));
}

function row({ kind, item }) {
  if (kind === "remark") {
    return h(
      "li",
      { class: `entry remark ${item.level}` },
      h("p", {}, h("time", {}, timeOf(item.atMs, true)), icon("note"), h("span", {}, item.text)),
    );
  }
  const details = h("details", {}, kind === "attempt" ? attemptLine(item) : callLine(item));
  // The bodies are big: they are put in when somebody looks.
  details.addEventListener("toggle", () => details.append(kind === "attempt" ? attemptBody(item) : callBody(item)), {
    once: true,
  });
  return h("li", { class: `entry ${kind}` }, details);
}

function attemptLine(item) {
  const isOk = item.outcome === "ok";
  const page = viewer.state?.pages.find(({ id }) => id === item.pageIds[0])?.name ?? "";
  return h(
    "summary",
    {},
    h("time", {}, timeOf(item.atMs, true)),
    icon("out"),
    h(
      "span",
      { class: "what" },
      h("b", {}, item.fields.join(", ")),
      ` ${page}${item.attempt > 1 ? ` · attempt ${item.attempt}` : ""}`,
    ),
    h("span", { class: `status ${isOk ? "good" : "bad"}` }, isOk ? "200" : String(item.status ?? "no answer")),
    h("span", { class: "took" }, `${item.latencyMs} ms`),
  );
}

function callLine(item) {
  return h(
    "summary",
    {},
    h("time", {}, timeOf(item.atMs, true)),
    icon("in"),
    h(
      "span",
      { class: "what" },
      h("b", {}, `${item.method} ${item.operation}`),
      ` ${item.error === null ? "" : `error ${item.error}`}`,
    ),
    h("span", { class: `status ${item.error === null ? "good" : "bad"}` }, String(item.status ?? "cut")),
    h("span", { class: "took" }, `${item.durationMs} ms`),
  );
}

function attemptBody(item) {
  return h(
    "div",
    { class: "inside" },
    part("POST", item.url),
    part("Headers", headerLines(item.headers)),
    part("Body", pretty(item.body)),
    part("Answer", item.error ?? `${item.status} ${item.answer}`),
  );
}

function callBody(item) {
  return h(
    "div",
    { class: "inside" },
    part("Address", `${item.path}${hidden(item.query)}`),
    part("Headers", hidden(headerLines(item.headers))),
    item.body === "" ? null : part("Body", hidden(pretty(item.body))),
    part("Answer", hidden(pretty(item.answer))),
  );
}

function part(title, text) {
  return h("div", {}, h("h3", {}, title), h("pre", { tabindex: "0" }, text));
}

const headerLines = (headers) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Tokens and secrets are of no interest to onlookers, and people share screenshots. */
function hidden(text) {
  return text.replaceAll(/EAAM\w{20,}/g, "EAAM…").replaceAll(/(client_secret=|\d{10,}(?:\||%7C))[^&\s"]+/g, "$1…");
}
