import { expect, test } from "vitest";
import { inTurn } from "./in-turn";

test("changes of one Page run one after the other, those of another Page do not wait, and a failure holds nobody up", async () => {
  const order: string[] = [];
  let finishFirst = () => {};
  const first = inTurn("a", async () => {
    await new Promise<void>((resolve) => {
      finishFirst = resolve;
    });
    order.push("a1");
    throw new Error("refused");
  });
  const second = inTurn("a", async () => order.push("a2"));
  await inTurn("b", async () => order.push("b1"));
  finishFirst();
  await expect(first).rejects.toThrow("refused");
  await second;
  expect(order).toEqual(["b1", "a1", "a2"]);
});
