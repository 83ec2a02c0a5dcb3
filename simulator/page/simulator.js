import { get, notify, post } from "./api.js";
import { drawBreaks } from "./breaks-dialog.js";
import { drawFaults } from "./faults-pane.js";
import { addEntry, drawLog, redraw, setEntries } from "./log-pane.js";
import { drawPeople } from "./people-pane.js";
import { drawPhone, loadThread } from "./phone.js";
import { look, viewer } from "./viewer.js";

const REFRESH_MS = 120;
const KEPT = 100;
const panes = Object.fromEntries(["people", "phone", "faults", "log"].map((id) => [id, document.getElementById(id)]));
let clockOffsetMs = 0;
let isRefreshing = false;

/** Asks for everything and draws it; calls that come close together become one. */
function refresh() {
  if (isRefreshing) return;
  isRefreshing = true;
  setTimeout(async () => {
    isRefreshing = false;
    const isFirst = viewer.state === null;
    viewer.state = await get("/state");
    if (isFirst) redraw();
    clockOffsetMs = viewer.state.nowMs - Date.now();
    fallBack();
    if (viewer.state.people.length > 0) await loadThread();
    draw();
  }, REFRESH_MS);
}

/** Looks at something that exists, after a reset or with an old address. */
function fallBack() {
  const { pages, people } = viewer.state;
  if (!pages.some(({ id }) => id === viewer.pageId)) look({ pageId: pages[0]?.id ?? "" });
  if (!people.some(({ key }) => key === viewer.personKey)) look({ personKey: people[0]?.key ?? "" });
}

function draw() {
  drawPeople(panes.people, { onChoose: choose });
  drawPhone(panes.phone);
  drawFaults(panes.faults);
  drawBreaks();
  const page = viewer.state.app.subscriptions.find(({ object }) => object === "page");
  const webhook = document.getElementById("webhook");
  webhook.textContent =
    page === undefined ? "No webhook yet: the app has not subscribed" : `Sends to ${page.callbackUrl}`;
  webhook.classList.toggle("off", page === undefined);
}

async function choose(change) {
  look(change);
  if (change.personKey !== undefined) show("phone");
  await loadThread();
  draw();
}

function show(pane) {
  document.body.dataset.pane = pane;
  for (const button of document.querySelectorAll(".panes button"))
    button.setAttribute("aria-pressed", String(button.dataset.shows === pane));
}

async function loadLog() {
  const [{ calls }, { attempts }, { remarks }] = await Promise.all(
    ["graph-calls", "attempts", "remarks"].map((list) => get(`/${list}?limit=${KEPT}`)),
  );
  setEntries([
    ...calls.map((item) => ({ kind: "call", item })),
    ...attempts.map((item) => ({ kind: "attempt", item })),
    ...remarks.map((item) => ({ kind: "remark", item })),
  ]);
}

function listen() {
  const feed = new EventSource("/_simulator/stream");
  for (const kind of ["call", "attempt", "remark"])
    feed.addEventListener(kind, ({ data }) => addEntry(kind, JSON.parse(data)));
  feed.addEventListener("changed", ({ data }) => {
    if (JSON.parse(data).what === "everything") loadLog();
    refresh();
  });
  feed.addEventListener("open", () => {
    loadLog();
    refresh();
  });
}

document.getElementById("play").addEventListener("click", async () => {
  const { lines } = await post("/play", { intervalMs: 900 });
  notify(lines === 0 ? "No Page is linked yet, so nobody writes." : `${lines} messages are on their way.`);
});
for (const button of document.querySelectorAll(".panes button"))
  button.addEventListener("click", () => show(button.dataset.shows));
setInterval(() => {
  const clock = document.getElementById("clock");
  clock.textContent = new Date(Date.now() + clockOffsetMs).toLocaleString("en-GB", {
    dateStyle: "medium",
    timeStyle: "medium",
  });
}, 1000);

drawLog(panes.log);
show("phone");
listen();
