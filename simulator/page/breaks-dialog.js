import { control, notify, post } from "./api.js";
import { BREAKS, CAUSES, SIGNED_KINDS } from "./breaks.js";
import { fill, h } from "./dom.js";
import { currentPage, viewer } from "./viewer.js";

let userId = "";

/** Opens the dialog in which the Page one looks at, its tokens and the app can be broken, and some of it put right. */
export function openBreaks() {
  const dialog = document.getElementById("breaks");
  document.body.append(document.getElementById("notice"));
  userId = likelyUser()?.id ?? "";
  fill(dialog, frame(dialog));
  drawBreaks();
  dialog.showModal();
}

/** Shows what is broken now. Called whenever something changed, here or elsewhere; does nothing while closed. */
export function drawBreaks() {
  const list = document.getElementById("break-list");
  const page = currentPage();
  if (list === null || page === undefined) return;
  const focused = list.contains(document.activeElement) ? document.activeElement.id : "";
  const user = viewer.state.users.find(({ id }) => id === userId);
  const on = { page, user, app: viewer.state.app };
  const groups = BREAKS.filter(({ needsUser }) => !needsUser || user !== undefined);
  fill(
    list,
    groups.map(({ title, faults }, group) =>
      h(
        "section",
        {},
        h("h3", {}, title),
        faults.map((fault, index) => faultRow(fault, on, `break-${group}-${index}`)),
      ),
    ),
  );
  if (focused !== "") document.getElementById(focused)?.focus();
}

/** Whoever manages the Page and let the app have it; else whoever manages it. */
function likelyUser() {
  const managers = viewer.state.users.filter(({ pageIds }) => pageIds.includes(viewer.pageId));
  return managers.find(({ grantedPageIds }) => grantedPageIds.includes(viewer.pageId)) ?? managers[0];
}

function frame(dialog) {
  return h(
    "div",
    { class: "events" },
    h("h2", { id: "breaks-title" }, `Break ${currentPage()?.name}`),
    h("p", { class: "lead" }, "Break something here, then repair it in the app: it should say what is wrong and how."),
    row(
      "Token",
      "break-cause",
      select("break-cause", CAUSES),
      button("Kill the Page’s tokens", () => killTokens("pages", viewer.pageId)),
      button("Kill the person’s", () => killTokens("users", userId)),
    ),
    row("Person", "break-user", userSelect()),
    h("div", { id: "break-list" }),
    h("h3", {}, "Tokens made by hand, to be pasted into the app"),
    h(
      "div",
      { class: "fault-row buttons" },
      button("Page token", () => makeToken("page")),
      button("Page token of another app", () => makeToken("foreign")),
      button("Token of a system user", () => makeToken("system")),
    ),
    h("textarea", { id: "break-token", readonly: true, rows: "2", hidden: true, "aria-label": "The token" }),
    h("h3", {}, "Callbacks Meta requires"),
    row("Removal", "break-deauthorize", address("break-deauthorize", "deauthorizeUrl")),
    row("Deletion", "break-deletion", address("break-deletion", "dataDeletionUrl")),
    row(
      "Request",
      "break-signed",
      select("break-signed", SIGNED_KINDS),
      button("Tell of a removal", () => callBack("deauthorize")),
      button("Ask for deletion", () => callBack("data-deletion")),
    ),
    h(
      "div",
      { class: "fault-row ends" },
      h("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Close"),
    ),
  );
}

function faultRow({ name, says, isOn, act, undo }, on, id) {
  const isBroken = isOn?.(on) === true;
  const run = (action, done) => async () => {
    await action(on);
    notify(`${name}: ${done}.`);
  };
  return h(
    "div",
    { class: `break-row${isBroken ? " on" : ""}` },
    h("span", {}, h("strong", {}, name), h("small", {}, says)),
    isBroken ? null : button("Break", run(act, "done"), { id, "aria-label": `Break: ${name}` }),
    undo && (isBroken || isOn === undefined)
      ? button("Put right", run(undo, "put right"), {
          id: isBroken ? id : `${id}-undo`,
          "aria-label": `Put right: ${name}`,
        })
      : null,
  );
}

const row = (label, id, ...controls) => h("div", { class: "fault-row wide" }, h("label", { for: id }, label), controls);

const button = (label, onclick, more = {}) =>
  h("button", { type: "button", class: "button small", onclick, ...more }, label);

const select = (id, options) =>
  h(
    "select",
    { id },
    options.map(([value, label]) => h("option", { value }, label)),
  );

function userSelect() {
  const onchange = (event) => {
    userId = event.currentTarget.value;
    drawBreaks();
  };
  const users = viewer.state.users.map(({ id, name }) => h("option", { value: id, selected: id === userId }, name));
  return h("select", { id: "break-user", onchange }, users);
}

function address(id, setting) {
  const onchange = (event) => control("PUT", "/settings", { [setting]: event.currentTarget.value || null });
  const value = viewer.state.settings[setting] ?? "";
  return h("input", { id, type: "url", value, placeholder: "Address the app names in its set-up", onchange });
}

async function killTokens(kind, id) {
  const { killed } = await post(`/${kind}/${id}/kill-tokens`, { cause: document.getElementById("break-cause").value });
  notify(killed === 0 ? "There is no living token." : `${killed} ${killed === 1 ? "token is" : "tokens are"} dead.`);
}

async function makeToken(kind) {
  const { id: pageId, name } = currentPage();
  const { accessToken } =
    kind === "system"
      ? await post("/system-users", { name: `System user of ${name}`, pageIds: [pageId] })
      : await post(
          `/users/${userId}/page-token`,
          kind === "foreign" ? { pageId, appId: "990000000000002" } : { pageId },
        );
  const shown = document.getElementById("break-token");
  shown.hidden = false;
  shown.value = accessToken;
  shown.select();
}

async function callBack(callback) {
  const kind = document.getElementById("break-signed").value;
  const { status, body } = await post(`/users/${userId}/call-back`, { callback, kind });
  notify(`The app answered ${status}: ${body.slice(0, 160)}`);
}
