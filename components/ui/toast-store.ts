export type ToastAction = { label: string; onClick: () => void };
export type ToastItem = { id: string; tone: "good" | "bad"; title: string; detail?: string; action?: ToastAction };
type ToastOptions = Pick<ToastItem, "detail" | "action">;

const AT_MOST = 3;
const listeners = new Set<() => void>();
let items: readonly ToastItem[] = [];
let lastId = 0;

function set(next: readonly ToastItem[]) {
  items = next;
  for (const listener of listeners) listener();
}

function add(toast: Omit<ToastItem, "id">): string {
  lastId += 1;
  const id = String(lastId);
  set([...items, { id, ...toast }].slice(-AT_MOST));
  return id;
}

/**
 * Says that something happened elsewhere on the screen. Good news goes away by itself; bad news stays until it is
 * closed, because it may need to be read twice. Of more than three, the newest are kept.
 */
export const toast = {
  /** @returns what `close` takes */
  good: (title: string, options: ToastOptions = {}) => add({ tone: "good", title, ...options }),
  /** @returns what `close` takes */
  bad: (title: string, options: ToastOptions = {}) => add({ tone: "bad", title, ...options }),
  close: (id: string) => set(items.filter((item) => item.id !== id)),
};

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const getToasts = () => items;
