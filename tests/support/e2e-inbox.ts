import type { Locator, Page } from "@playwright/test";

/** The parts of the inbox, found as a person or a screen reader finds them. */
export function inboxOf(page: Page) {
  const list = page.getByRole("list", { name: "Conversations" });
  const reply = page.getByRole("textbox", { name: "Reply", exact: true });
  return {
    list,
    rows: list.getByRole("link"),
    row: (name: string) => list.getByRole("link", { name }),
    thread: (name: string) => page.getByRole("log", { name: `Messages with ${name}` }),
    reply,
    send: page.getByRole("button", { name: "Send", exact: true }),
    /** Whether news come by themselves; says "Live" when they do. */
    live: page.getByRole("banner").getByRole("status"),
    /** The place in the rail, with what it counts. */
    place: page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Inbox" }),
    /** Writes a reply and sends it with Enter. */
    async answer(text: string) {
      await reply.fill(text);
      await reply.press("Enter");
    },
  };
}

/** Whether it can be seen whole in the thread as that is scrolled now. */
export function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const frame = element.closest("[role=log]")?.getBoundingClientRect();
    return frame !== undefined && top >= frame.top && bottom <= frame.bottom;
  });
}

/**
 * Watches a line that is being read, frame by frame. `end` answers how far it has strayed from its place, in px;
 * infinitely far when it was taken out of the document.
 */
export async function watchForMovement(thread: Locator) {
  await isStill(thread);
  const watch = await thread.evaluateHandle((log) => {
    const { top } = log.getBoundingClientRect();
    const line = [...log.querySelectorAll("p[dir=auto]")].find((each) => each.getBoundingClientRect().top > top + 40);
    const placeOf = () => (line?.isConnected ? line.getBoundingClientRect().top : Number.NEGATIVE_INFINITY);
    const place = placeOf();
    const state = { strayedPx: 0, isOver: false };
    requestAnimationFrame(function look() {
      state.strayedPx = Math.max(state.strayedPx, Math.abs(placeOf() - place));
      if (!state.isOver) requestAnimationFrame(look);
    });
    return state;
  });
  return {
    async end(): Promise<number> {
      await isStill(thread);
      return watch.evaluate((state) => {
        state.isOver = true;
        return state.strayedPx;
      });
    },
  };
}

/** Resolves when nothing has scrolled for some frames. */
function isStill(thread: Locator): Promise<void> {
  return thread.evaluate(
    (log) =>
      new Promise((resolve) => {
        let scrollTop = log.scrollTop;
        let quietFrames = 0;
        requestAnimationFrame(function look() {
          quietFrames = log.scrollTop === scrollTop ? quietFrames + 1 : 0;
          scrollTop = log.scrollTop;
          if (quietFrames > 10) resolve();
          else requestAnimationFrame(look);
        });
      }),
  );
}

/** What each row of the thread says to a screen reader, top to bottom, however far it has to be scrolled. */
export async function textOfRows(thread: Locator): Promise<string[]> {
  const texts = new Map<string, string>();
  const look = () =>
    thread.evaluate((log) => {
      const rows = [...log.querySelectorAll<HTMLElement>("[data-index]")].map(
        (row) => [row.dataset.index ?? "", row.textContent.trim()] as const,
      );
      const isAtTop = log.scrollTop === 0;
      log.scrollTop -= log.clientHeight / 2;
      return { rows, isAtTop };
    });
  for (let isAtTop = false; !isAtTop; ) {
    await isStill(thread);
    const seen = await look();
    for (const [index, text] of seen.rows) texts.set(index, text);
    isAtTop = seen.isAtTop;
  }
  return [...texts].sort(([one], [other]) => Number(one) - Number(other)).map(([, text]) => text);
}
