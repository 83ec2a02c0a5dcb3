import { control, notify, post } from "./api.js";
import { openBreaks } from "./breaks-dialog.js";
import { fill, h } from "./dom.js";
import { currentPage, viewer } from "./viewer.js";

const HOUR_MS = 3_600_000;
const SLOW_MS = 3_000;

const NEXT_CALL = {
  "Temporary error (code 2)": { code: 2, isTransient: true },
  "Error and nobody knows if it worked": { reset: true, afterProcessing: true, operation: "messages" },
  "Too many calls (613)": { code: 613 },
  "Outside the window (10/2018278)": { code: 10, subcode: 2018278, operation: "messages" },
  "Person not available (551)": { code: 551, subcode: 1545041, operation: "messages" },
  "HTML page, status 503": { html: true, status: 503 },
  "Connection cut": { reset: true },
  "No answer at all": { hang: true },
};

const BACKLOG = [
  ["when-due", "when its retry is due"],
  ["as-is", "at once, in order"],
  ["reverse", "at once, backwards"],
  ["shuffle", "at once, shuffled"],
];

const SWITCHES = [
  ["duplicate", "Everything twice", "Each notification is delivered two times, byte for byte"],
  ["reorder", "Wrong order", "Notifications in groups of three, backwards"],
  ["batch", "Several in one", "What happens within a second is one notification"],
  ["extendedEscaping", "Escape more", "Also <, % and @, as older editions of the docs say"],
  ["withoutMids", "Receipts without mids", "Delivery receipts carry only a watermark"],
];

/** The switches for what can go wrong. Drawn anew whenever they changed, here or elsewhere. */
export function drawFaults(pane) {
  const { state } = viewer;
  const { switches, settings, faults } = state;
  const page = currentPage();
  const slow = faults.find(({ delayMs, code, left }) => delayMs !== undefined && code === undefined && left === null);
  const focused = pane.contains(document.activeElement) ? document.activeElement.id : "";
  const chosen = document.getElementById("next-call")?.value;
  fill(
    pane,
    h("h2", {}, "Faults"),
    h(
      "div",
      { class: "switches" },
      SWITCHES.map(([name, label, title]) =>
        toggle({
          id: name,
          label,
          title,
          isOn: switches[name],
          flip: (on) => put("/webhooks/switches", { [name]: on }),
        }),
      ),
      toggle({
        id: "bad-signature",
        label: "Bad signature",
        title: "Notifications are signed with a wrong secret",
        isOn: switches.signature === "bad",
        flip: (on) => put("/webhooks/switches", { signature: on ? "bad" : "good" }),
      }),
      toggle({
        id: "slow",
        label: "Slow Graph API",
        title: "Every call waits three seconds",
        isOn: slow !== undefined,
        flip: (on) =>
          on ? post("/faults", { delayMs: SLOW_MS, times: null }) : control("DELETE", `/faults/${slow.id}`),
      }),
      toggle({
        id: "reads",
        label: "People read by themselves",
        title: "Six seconds after delivery",
        isOn: settings.autoReadMs !== null,
        flip: (on) => put("/settings", { autoReadMs: on ? 6000 : null }),
      }),
      page &&
        toggle({
          id: "restricted",
          label: `Restrict ${page.name}`,
          title: "Meta does not let the Page send",
          isOn: page.isRestricted,
          flip: (on) => post(`/pages/${page.id}/${on ? "restrict" : "unrestrict"}`),
        }),
    ),
    h(
      "div",
      { class: "fault-row" },
      h("label", { for: "next-call" }, "Next call"),
      h(
        "select",
        { id: "next-call" },
        Object.keys(NEXT_CALL).map((name) => h("option", { value: name, selected: name === chosen }, name)),
      ),
      h("button", { type: "button", class: "button", id: "fail", onclick: failNext }, "Make it fail"),
    ),
    h(
      "div",
      { class: "fault-row" },
      h("label", { for: "echo" }, "Echo"),
      h(
        "select",
        { id: "echo", onchange: (event) => put("/settings", { echo: event.currentTarget.value }) },
        [
          ["after", "after the answer"],
          ["before", "before the answer"],
          ["delayed", "five seconds late"],
          ["none", "never"],
        ].map(([value, label]) => h("option", { value, selected: settings.echo === value }, label)),
      ),
      h(
        "button",
        { type: "button", class: "button", id: "repeat", onclick: () => post("/webhooks/repeat") },
        "Repeat the last notification",
      ),
    ),
    h(
      "div",
      { class: "fault-row" },
      h("label", { for: "backlog" }, "Backlog"),
      h(
        "select",
        {
          id: "backlog",
          title: "What comes of notifications that failed, once one gets through",
          onchange: (event) => put("/settings", { backlog: event.currentTarget.value }),
        },
        BACKLOG.map(([value, label]) => h("option", { value, selected: settings.backlog === value }, label)),
      ),
    ),
    h(
      "div",
      { class: "fault-row buttons" },
      page && action("Break the Page…", openBreaks),
      action("Expire tokens", () => onEverybody("expired")),
      action("Password changed", () => onEverybody("password_changed")),
      page && action("Rate-limit the Page", () => limit(page)),
      page && action("Unsubscribe the Page", () => post(`/pages/${page.id}/unsubscribe`)),
      action("Clock +15 min", () => post("/clock", { advanceMs: HOUR_MS / 4 })),
      action("+1 h", () => post("/clock", { advanceMs: HOUR_MS })),
      action("+24 h", () => post("/clock", { advanceMs: 24 * HOUR_MS })),
      action("Start over", startOver),
    ),
    faults.length === 0
      ? null
      : h(
          "p",
          { class: "waiting" },
          `${faults.length} ${faults.length === 1 ? "fault waits" : "faults wait"} for a call.`,
        ),
  );
  if (focused !== "") document.getElementById(focused)?.focus();
}

const put = (path, body) => control("PUT", path, body);

function toggle({ id, label, title, isOn, flip }) {
  return h(
    "label",
    { class: "switch", title },
    h("input", {
      id,
      type: "checkbox",
      role: "switch",
      checked: isOn,
      onchange: (event) => flip(event.currentTarget.checked),
    }),
    h("span", {}, label),
  );
}

function action(label, run) {
  return h(
    "button",
    { type: "button", class: "button small", id: `do-${label.replaceAll(/\W+/g, "-").toLowerCase()}`, onclick: run },
    label,
  );
}

function failNext() {
  return post("/faults", NEXT_CALL[document.getElementById("next-call").value]);
}

async function limit(page) {
  await post(`/pages/${page.id}/rate-limit`, { forMs: HOUR_MS });
  notify(`${page.name} may not call for an hour.`);
}

async function onEverybody(cause) {
  let killed = 0;
  for (const { id } of viewer.state.users) killed += (await post(`/users/${id}/kill-tokens`, { cause })).killed;
  notify(killed === 0 ? "Nobody has a token yet." : `${killed} tokens no longer work.`);
}

function startOver() {
  if (confirm("Forget everything, also who signed in and which Pages are linked?")) return post("/reset");
}
