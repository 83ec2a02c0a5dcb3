import { afterEach, expect, it, vi } from "vitest";
import { getToasts, subscribeToToasts, toast } from "./toast-store";

afterEach(() => {
  for (const { id } of getToasts()) toast.close(id);
});

it("tells its listeners about every change", () => {
  const listener = vi.fn();
  const stop = subscribeToToasts(listener);
  const id = toast.good("Copied");
  expect(getToasts()).toEqual([{ id, tone: "good", title: "Copied" }]);
  toast.close(id);
  expect(getToasts()).toEqual([]);
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  toast.good("Nobody hears this");
  expect(listener).toHaveBeenCalledTimes(2);
});

it("keeps the newest three", () => {
  for (const title of ["a", "b", "c", "d"]) toast.bad(title);
  expect(getToasts().map(({ title }) => title)).toEqual(["b", "c", "d"]);
});
