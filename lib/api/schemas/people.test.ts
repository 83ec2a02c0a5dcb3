import { expect, test } from "vitest";
import { email } from "./people";

test.each(["ana@example.test", " Ana.Lima+desk@mail.example.test ", "a@b.c"])("%s is an address", (given) => {
  expect(email.parse(given)).toBe(given.trim().toLowerCase());
});

test.each(["ana", "ana@", "@b.c", "a@b", "a@b.", "a@.b", "a@b..c", "a b@c.d", "a@b@c.d", "a@b.c\nd"])(
  "%j is none",
  (given) => expect(email.safeParse(given).success).toBe(false),
);

test("what is no address by far takes no longer to refuse, as long as a body may be", () => {
  // Anybody may send it. Tried in every way, each of these would take minutes, with everybody else waiting.
  for (const part of [".", "a.", "@", "a"]) {
    expect(email.safeParse(`a@${part.repeat(100_000)}@`).success).toBe(false);
    expect(email.safeParse(part.repeat(100_000)).success).toBe(false);
  }
});
