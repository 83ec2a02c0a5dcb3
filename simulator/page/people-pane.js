import { post } from "./api.js";
import { fill, h, timeOf } from "./dom.js";
import { viewer } from "./viewer.js";

const ALWAYS_SHOWN = 3;

/** The left pane: the Pages, and the people who write to one. Its frame is drawn once, so that typing survives news. */
export function drawPeople(pane, { onChoose }) {
  if (pane.childElementCount === 0) fill(pane, frame(onChoose));
  const focused = document.activeElement?.id ?? "";
  const { state, pageId, personKey } = viewer;
  const people = state.people
    .map((person) => ({
      person,
      thread: person.threads.find((thread) => thread.pageId === pageId && thread.channel === "messenger"),
    }))
    .sort((a, b) => (b.thread?.lastMessageAtMs ?? 0) - (a.thread?.lastMessageAtMs ?? 0));
  const list = pane.querySelector(".list");
  const scrolled = list.scrollTop;
  fill(
    pane.querySelector(".pages"),
    shownPages(state, pageId).map((page) => pageRow(page, pageId, onChoose)),
  );
  fill(
    list,
    people.map(({ person, thread }) => personRow(person, thread, person.key === personKey, onChoose)),
  );
  list.scrollTop = scrolled;
  if (focused !== "" && document.activeElement === document.body) document.getElementById(focused)?.focus();
}

function frame(onChoose) {
  return [
    h("h2", {}, "Pages"),
    h("ul", { class: "pages" }),
    h("h2", {}, "People"),
    h("ul", { class: "list", tabindex: "0", "aria-label": "People" }),
    h(
      "form",
      { class: "add", onsubmit: (event) => addPerson(event, onChoose) },
      h("label", { for: "new-person", class: "visually-hidden" }, "Name of a new person"),
      h("input", { id: "new-person", name: "name", placeholder: "Somebody new", autocomplete: "off", required: true }),
      h("button", { class: "button", type: "submit" }, "Add"),
    ),
  ];
}

function shownPages({ pages }, pageId) {
  return pages.filter((page, index) => index < ALWAYS_SHOWN || page.subscribedFields !== null || page.id === pageId);
}

function pageStatus({ isRestricted, isAppSwitchedOff, defaultAppId, subscribedFields, delivery }) {
  if (delivery.failingSinceMs !== null) {
    const waiting = delivery.waiting === 0 ? "" : `, ${delivery.waiting} wait`;
    return h("small", { class: "bad" }, `Webhook fails since ${timeOf(delivery.failingSinceMs)}${waiting}`);
  }
  if (isAppSwitchedOff) return h("small", { class: "bad" }, "Switched the app off");
  if (defaultAppId !== null && defaultAppId !== viewer.state.app.id) {
    return h("small", { class: "bad" }, "Another app owns the threads");
  }
  if (isRestricted) return h("small", {}, "Restricted");
  if (subscribedFields === null) return h("small", {}, "Not linked yet");
  return h("small", { class: "good" }, `Sends ${subscribedFields.length} fields`);
}

function pageRow(page, pageId, onChoose) {
  return h(
    "li",
    {},
    h(
      "button",
      {
        id: `page-${page.id}`,
        type: "button",
        class: "row",
        "aria-pressed": String(page.id === pageId),
        onclick: () => onChoose({ pageId: page.id }),
      },
      h("img", { src: `/_simulator/avatars/${page.id}.png`, alt: "", width: "32", height: "32", class: "square" }),
      h("span", { class: "names" }, h("strong", {}, page.name), pageStatus(page)),
    ),
  );
}

function personRow(person, thread, isChosen, onChoose) {
  return h(
    "li",
    {},
    h(
      "button",
      {
        id: `person-${person.key}`,
        type: "button",
        class: "row",
        "aria-pressed": String(isChosen),
        onclick: () => onChoose({ personKey: person.key }),
      },
      h("img", {
        src: `/_simulator/avatars/${encodeURIComponent(person.key)}.png`,
        alt: "",
        width: "36",
        height: "36",
      }),
      h(
        "span",
        { class: "names" },
        h("strong", { dir: "auto" }, person.name),
        h("small", { dir: "auto" }, thread?.preview ?? person.locale.replace("_", " ")),
      ),
      h(
        "span",
        { class: "side" },
        thread?.lastMessageAtMs ? h("time", {}, timeOf(thread.lastMessageAtMs)) : null,
        thread?.unread ? h("b", { class: "count", title: "Not read by the customer" }, String(thread.unread)) : null,
      ),
    ),
  );
}

async function addPerson(event, onChoose) {
  event.preventDefault();
  const form = event.currentTarget;
  const { person } = await post("/people", { name: new FormData(form).get("name") });
  form.reset();
  onChoose({ personKey: person.key });
}
