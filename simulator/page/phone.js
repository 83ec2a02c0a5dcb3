import { get, post } from "./api.js";
import { fill, h, icon, timeOf } from "./dom.js";
import { openEvents } from "./event-dialog.js";
import { currentPage, currentPerson, personPath, viewer } from "./viewer.js";

const REACTIONS = { love: "❤️", smile: "😆", wow: "😮", sad: "😢", like: "👍", dislike: "👎" };
let shownFor = "";
let pictures = 0;

/** The middle pane: the phone on which the viewer is the customer. The composer is drawn once per thread. */
export function drawPhone(pane) {
  const page = currentPage();
  const person = currentPerson();
  const key = `${page?.id} ${person?.key}`;
  if (page === undefined || person === undefined) {
    shownFor = "";
    return fill(pane, h("p", { class: "empty" }, "Choose a Page and a person on the left."));
  }
  if (shownFor !== key) {
    shownFor = key;
    fill(pane, phone(page, person));
  }
  drawThread(page);
}

function phone(page, person) {
  return h(
    "div",
    { class: "phone" },
    h(
      "header",
      { class: "phone-top" },
      h("img", { src: `/_simulator/avatars/${page.id}.png`, alt: "", width: "34", height: "34", class: "square" }),
      h("span", { class: "names" }, h("strong", {}, page.name), h("small", { id: "phone-sub" }, "")),
      h(
        "span",
        { class: "me", title: `You are ${person.name}` },
        h("img", {
          src: `/_simulator/avatars/${encodeURIComponent(person.key)}.png`,
          alt: "",
          width: "24",
          height: "24",
        }),
        h("small", { dir: "auto" }, person.name),
      ),
    ),
    h("div", { id: "talk", class: "talk", role: "log", tabindex: "0", "aria-label": `Conversation with ${page.name}` }),
    h("div", { id: "chips", class: "chips" }),
    composer(person),
    tools(),
  );
}

function composer(person) {
  const send = async (event) => {
    event.preventDefault();
    const input = event.currentTarget.elements.namedItem("text");
    const text = input.value.trim();
    if (text === "") return;
    input.value = "";
    await post(personPath("says"), { text });
  };
  return h(
    "form",
    { class: "composer", onsubmit: send },
    h(
      "button",
      { type: "button", class: "round", "aria-label": "Send a picture", onclick: sendPicture },
      icon("image"),
    ),
    h("label", { for: "say", class: "visually-hidden" }, `Message as ${person.name}`),
    h("input", {
      id: "say",
      name: "text",
      placeholder: "Message",
      autocomplete: "off",
      dir: "auto",
      maxlength: "20000",
    }),
    h("button", { type: "submit", class: "round send", "aria-label": "Send" }, icon("send")),
  );
}

function sendPicture() {
  pictures += 1;
  return post(personPath("sends-image"), { name: `photo-${Date.now() % 10000}-${pictures}` });
}

function tools() {
  const tool = (label, run, extra = {}) =>
    h("button", { type: "button", class: "button small", onclick: run, ...extra }, label);
  return h(
    "div",
    { class: "tools", role: "group", "aria-label": "Other things a customer does" },
    tool("Read", () => post(personPath("reads")), { title: "Read everything the Page said" }),
    tool("Get Started", () => post(personPath("postback"), { title: "Get Started", payload: "GET_STARTED" })),
    tool("m.me link", () => post(personPath("follows-link"), { ref: "poster-7" }), {
      title: "Follow a link with ref poster-7",
    }),
    tool("Edit last", editLast),
    tool("Send an event…", openEvents, { title: "Any event Meta sends, and bodies that are wrong" }),
    tool("Block", () => post(personPath(viewer.thread?.isBlocked ? "unblocks" : "blocks")), { id: "block" }),
  );
}

function editLast() {
  const last = viewer.thread?.messages.findLast(({ from, text }) => from === "person" && text !== null);
  if (last !== undefined)
    return post(personPath("edits"), { text: `${last.text.replace(/ \(edited\)$/, "")} (edited)`, mid: last.mid });
}

function drawThread(page) {
  const { thread } = viewer;
  const talk = document.getElementById("talk");
  const wasAtEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < 60;
  document.getElementById("phone-sub").textContent = subtitle(page, thread);
  document.getElementById("block").textContent = thread?.isBlocked ? "Unblock" : "Block";
  const messages = thread?.messages ?? [];
  const lastOwn = messages.findLast(({ from }) => from === "person");
  fill(
    talk,
    messages.length === 0
      ? h("p", { class: "empty" }, "Nothing said yet. Write something: it goes to the app as a webhook.")
      : messages.map((message, index) => bubble(message, messages[index - 1], message === lastOwn)),
    isTyping(thread) ? h("div", { class: "bubble page typing", "aria-label": "The Page is typing" }, "…") : null,
  );
  const last = messages.at(-1);
  fill(
    document.getElementById("chips"),
    (last?.quickReplies ?? []).map(({ title }) =>
      h("button", { type: "button", class: "chip", onclick: () => post(personPath("taps"), { title }) }, title),
    ),
  );
  if (wasAtEnd) talk.scrollTop = talk.scrollHeight;
}

function subtitle(page, thread) {
  if (page.subscribedFields === null) return "Not linked: nothing you write is delivered";
  if (thread?.isBlocked) return "You blocked this Page";
  if (thread?.ownerAppId && thread.ownerAppId !== viewer.state.app.id) return "Another app owns this thread";
  return page.category;
}

const isTyping = (thread) =>
  thread?.senderAction?.name === "typing_on" && viewer.state.nowMs - thread.senderAction.atMs < 20000;

function bubble(message, previous, isLastOwn) {
  const mine = message.from === "person";
  const isNewDay =
    previous === undefined || new Date(previous.atMs).toDateString() !== new Date(message.atMs).toDateString();
  const isGrouped = !isNewDay && previous?.from === message.from && message.atMs - previous.atMs < 300000;
  return [
    isNewDay ? h("p", { class: "day" }, dayOf(message.atMs)) : null,
    h(
      "div",
      { class: `line ${mine ? "mine" : "page"}${isGrouped ? " grouped" : ""}` },
      h(
        "div",
        { class: `bubble ${mine ? "mine" : "page"}`, title: new Date(message.atMs).toLocaleString() },
        message.isDeleted ? h("em", {}, "Unsent") : content(message),
        message.reaction ? h("span", { class: "reaction" }, message.reaction) : null,
      ),
      mine ? null : reactionMenu(message),
    ),
    mine && isLastOwn ? h("p", { class: "below" }, belowOf(message)) : null,
  ];
}

function belowOf(message) {
  const isSeen = (viewer.thread?.seenAtMs ?? 0) >= message.atMs;
  return `${message.editCount > 0 ? "Edited · " : ""}${isSeen ? "Seen" : "Sent"}`;
}

function dayOf(ms) {
  const today = new Date(viewer.state.nowMs).toDateString() === new Date(ms).toDateString();
  return today ? "Today" : new Date(ms).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
}

function content(message) {
  return [
    message.text === null ? null : h("span", { class: "text", dir: "auto" }, message.text),
    message.attachments.map((item) => attachment(item, message)),
    h("time", {}, timeOf(message.atMs)),
  ];
}

function attachment({ type, payload }, message) {
  if ((type === "image" || type === "sticker") && payload?.url)
    return h("img", { class: type, src: payload.url, alt: type === "image" ? "Picture" : "Sticker", loading: "lazy" });
  if (type === "audio" && payload?.url) return h("audio", { src: payload.url, controls: true });
  if (type === "video" && payload?.url) return h("video", { src: payload.url, controls: true });
  if (type === "template" && payload.template_type === "one_time_notif_req") return notifyMe(payload, message);
  if (type === "template") return template(payload);
  return h("span", { class: "file" }, icon("file"), payload?.title ?? type);
}

function notifyMe({ title }, { mid, isAgreedTo }) {
  const agree = () => post(personPath("agrees-to-notification"), { mid });
  return h(
    "div",
    { class: "card" },
    h("strong", {}, title),
    isAgreedTo
      ? h("small", {}, "You will be notified once")
      : h("button", { type: "button", class: "button small", onclick: agree }, "Notify me"),
  );
}

function template(payload) {
  const parts = payload.elements ?? [{ title: payload.text, buttons: payload.buttons }];
  return parts.map((part) =>
    h(
      "div",
      { class: "card" },
      part.image_url ? h("img", { src: part.image_url, alt: "", loading: "lazy" }) : null,
      h("strong", { class: "text", dir: "auto" }, part.title ?? payload.template_type),
      part.subtitle ? h("small", {}, part.subtitle) : null,
      (part.buttons ?? []).map((button) =>
        button.type === "postback"
          ? h(
              "button",
              {
                type: "button",
                class: "button small",
                onclick: () => post(personPath("postback"), { title: button.title, payload: button.payload }),
              },
              button.title,
            )
          : h("span", { class: "link" }, button.title ?? button.type),
      ),
    ),
  );
}

function reactionMenu(message) {
  const react = (reaction) =>
    post(personPath("reacts"), { mid: message.mid, ...(reaction === null ? {} : { reaction }) });
  return h(
    "details",
    { class: "react" },
    h("summary", { "aria-label": "React to this message" }, icon("smile")),
    h(
      "div",
      { class: "faces" },
      Object.entries(REACTIONS).map(([name, face]) =>
        h("button", { type: "button", "aria-label": name, onclick: () => react(name) }, face),
      ),
      message.reaction
        ? h("button", { type: "button", "aria-label": "Take back", onclick: () => react(null) }, "×")
        : null,
    ),
  );
}

/** Reads the thread the viewer looks at. */
export async function loadThread() {
  viewer.thread = await get(personPath("thread"));
}
