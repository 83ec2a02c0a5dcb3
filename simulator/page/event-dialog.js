import { get, notify, post } from "./api.js";
import { fill, h } from "./dom.js";
import { currentPage, currentPerson, viewer } from "./viewer.js";

const ODD = "odd";
const ORDERS = { "as-is": "in this order", reverse: "backwards", shuffle: "shuffled" };

let catalogue = null;
/** What will be sent, each with the Page and person it was chosen for. */
let list = [];

/** Opens the dialog in which any event there is, or a body that is wrong, can be chosen and sent. */
export async function openEvents() {
  catalogue ??= await get("/samples");
  list = [];
  const dialog = document.getElementById("events");
  document.body.append(document.getElementById("notice"));
  fill(dialog, form(dialog));
  drawChoice();
  drawList();
  dialog.showModal();
}

function form(dialog) {
  return h(
    "form",
    { class: "events", onsubmit: send },
    h("h2", { id: "events-title" }, `Send an event as ${currentPerson()?.name} to ${currentPage()?.name}`),
    row(
      "What",
      "event-kind",
      h("select", { id: "event-kind", onchange: drawChoice }, kindGroups()),
      h("select", { id: "event-title", "aria-label": "Which one", onchange: drawItem }),
    ),
    h("pre", { id: "event-item", tabindex: "0", "aria-label": "The item" }),
    h(
      "div",
      { class: "fault-row" },
      h("button", { type: "button", class: "button small", id: "event-add", onclick: add }, "Add to a list"),
    ),
    h("ol", { id: "event-list", class: "event-list", "aria-label": "What will be sent" }),
    row(
      "Order",
      "event-order",
      h(
        "select",
        { id: "event-order" },
        Object.entries(ORDERS).map(([value, label]) => h("option", { value }, label)),
      ),
      h("label", { for: "event-times", class: "short" }, "Times"),
      h("input", { id: "event-times", type: "number", min: "1", max: "100", value: "1" }),
    ),
    h(
      "div",
      { class: "checks" },
      check("event-merged", "All in one notification"),
      check("event-escaping", "Escape more"),
      check("event-force", "Past all subscriptions"),
    ),
    h(
      "div",
      { class: "fault-row ends" },
      h("button", { type: "button", class: "button", onclick: () => dialog.close() }, "Close"),
      h("button", { type: "submit", class: "button primary" }, "Send"),
    ),
  );
}

function row(label, id, ...controls) {
  return h("div", { class: "fault-row" }, h("label", { for: id }, label), controls);
}

function check(id, label) {
  return h("label", { class: "switch" }, h("input", { id, type: "checkbox", role: "switch" }), h("span", {}, label));
}

function kindGroups() {
  const kinds = [...new Set(catalogue.samples.map(({ kind }) => kind))];
  const isAttachment = (kind) => kind.startsWith("attachment:");
  const options = (names) => names.map((kind) => h("option", { value: kind }, inWords(kind)));
  return [
    h("optgroup", { label: "Events" }, options(kinds.filter((kind) => !isAttachment(kind)))),
    h("optgroup", { label: "Attachments" }, options(kinds.filter(isAttachment))),
    h("optgroup", { label: "What should not be" }, h("option", { value: ODD }, "odd bodies")),
  ];
}

const inWords = (kind) => kind.replace("attachment:", "").replaceAll("_", " ");
const choiceOf = (id) => document.getElementById(id).value;
const isOn = (id) => document.getElementById(id).checked;

function chosen() {
  const kind = choiceOf("event-kind");
  const title = choiceOf("event-title");
  return { kind, title, sample: catalogue.samples.find((sample) => sample.kind === kind && sample.title === title) };
}

function drawChoice() {
  const kind = choiceOf("event-kind");
  const options =
    kind === ODD
      ? catalogue.oddBodies.map(({ name, title }) => h("option", { value: name }, title))
      : catalogue.samples
          .filter((sample) => sample.kind === kind)
          .map(({ title }) => h("option", { value: title }, title));
  fill(document.getElementById("event-title"), options);
  document.getElementById("event-add").disabled = kind === ODD;
  drawItem();
}

function drawItem() {
  const { sample } = chosen();
  document.getElementById("event-item").textContent =
    sample === undefined
      ? "A whole body, made when it is sent, past all subscriptions."
      : `${sample.field} · ${sample.channel}\n${sample.item}`;
}

function add() {
  const { kind, title } = chosen();
  list.push({ kind, title, person: viewer.personKey, page: viewer.pageId });
  drawList();
}

function drawList() {
  fill(
    document.getElementById("event-list"),
    list.map((one, index) =>
      h(
        "li",
        {},
        h("span", {}, `${inWords(one.kind)}: ${one.title} `),
        pageOf(one, index),
        h(
          "button",
          {
            type: "button",
            class: "button small",
            "aria-label": `Remove ${one.title}`,
            onclick: () => {
              list.splice(index, 1);
              drawList();
            },
          },
          "Remove",
        ),
      ),
    ),
  );
}

/** The list may go to several Pages, so that one notification holds entries of each. */
function pageOf(one, index) {
  const linked = viewer.state.pages.filter(({ id, subscribedFields }) => subscribedFields !== null || id === one.page);
  return h(
    "select",
    {
      "aria-label": `Page of event ${index + 1}`,
      onchange: (event) => {
        one.page = event.currentTarget.value;
      },
    },
    linked.map(({ id, name }) => h("option", { value: id, selected: id === one.page }, name)),
  );
}

async function send(event) {
  event.preventDefault();
  const { kind, title } = chosen();
  if (kind === ODD && list.length === 0) {
    const { attempt } = await post("/webhooks/inject", {
      odd: title,
      pageId: viewer.pageId,
      psid: viewer.thread?.psid,
    });
    notify(`Answered ${attempt?.status ?? attempt?.error ?? "nothing yet"}.`);
    return;
  }
  if (list.length === 0) add();
  const { sent } = await post("/samples/send", {
    samples: list,
    order: choiceOf("event-order"),
    times: Number(choiceOf("event-times")),
    merged: isOn("event-merged"),
    extendedEscaping: isOn("event-escaping"),
    force: isOn("event-force"),
  });
  list = [];
  drawList();
  const kept = sent.filter(({ gap }) => gap !== null);
  if (kept.length > 0)
    return notify(`Not sent: ${[...new Set(kept.map(({ title, why }) => `${title}: ${why}`))].join("; ")}.`);
  notify(sent.length === 1 ? "One event is sent." : `${sent.length} events are sent.`);
}
