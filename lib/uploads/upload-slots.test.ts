import { expect, test } from "vitest";
import { UploadSlots } from "./upload-slots";

const code = (take: () => unknown) => {
  try {
    take();
    return "taken";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test("so many for one person, so many for all, and given back once", () => {
  const slots = new UploadSlots({ inAll: 3, perPerson: 2 });
  const giveBack = slots.take("dana");
  slots.take("dana");
  expect(code(() => slots.take("dana"))).toBe("too_many_uploads");
  slots.take("ben");
  expect(code(() => slots.take("cleo"))).toBe("too_many_uploads");
  giveBack();
  giveBack();
  expect(code(() => slots.take("cleo"))).toBe("taken");
  expect(code(() => slots.take("dana"))).toBe("too_many_uploads");
});
