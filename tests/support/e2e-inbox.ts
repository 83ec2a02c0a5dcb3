import type { Locator, Page } from "@playwright/test";

/** The parts of the inbox, found as a person or a screen reader finds them. */
export function inboxOf(page: Page) {
  const list = page.getByRole("list", { name: "Conversations" });
  const reply = page.getByRole("textbox", { name: "Reply" });
  return {
    list,
    rows: list.getByRole("link"),
    row: (name: string) => list.getByRole("link", { name }),
    thread: (name: string) => page.getByRole("log", { name: `Messages with ${name}` }),
    reply,
    send: page.getByRole("button", { name: "Send" }),
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
