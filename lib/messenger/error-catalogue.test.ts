import { describe, expect, test } from "vitest";
import { ERROR_TABLE, explainError, mayHaveGoneOut, retryByMachine, UNANSWERED, UNKNOWN } from "./error-catalogue";
import { ACTION_TABLE } from "./error-catalogue-actions";
import { toErrorPage } from "./error-page";

const explain = (code: number, subcode: number | null = null) => explainError({ code, subcode, unanswered: null });
const retry = (code: number, subcode: number | null = null, isTransient = false) =>
  retryByMachine({ code, subcode, isTransient });

describe("a line is found", () => {
  test("by code and subcode before the code alone", () => {
    expect(explain(190, 460).advice).toContain("password");
    expect(explain(190, 999)).toEqual(explain(190));
  });
  test.each([2018300, 2018321, 2018171, 2018234, 2018144, 2018218, 2018247, 1609005, 9000001, 2018180])(
    "by subcode %i, whatever code it comes with, or as a code",
    (number) => {
      const line = ERROR_TABLE[`*/${number}`];
      expect(line).toBeDefined();
      expect([explain(10, number), explain(100, number), explain(number)]).toEqual([line, line, line]);
    },
  );
  test("by what kind of number it is, where it has none of its own", () => {
    expect(explain(275).errorClass).toBe("permission");
    expect(explain(80004).errorClass).toBe("rate");
    expect(explain(77777)).toBe(UNKNOWN);
    expect(explain(100, 1234567)).toEqual(explain(100));
  });
  test("for a refused proof by its type, since Meta gives it the code of a wrong parameter", () => {
    const proof = { code: 100, subcode: null, unanswered: null };
    expect(explainError({ ...proof, type: "GraphMethodException" }).title).toContain("app secret");
    expect(explainError({ ...proof, type: "OAuthException" })).toEqual(explain(100));
  });
});

describe("a machine sends again", () => {
  test.each([1, 2, 1200])("after %i, in a moment", (code) => expect(retry(code)).toBe("transient"));
  test.each([
    [4, null],
    [17, null],
    [32, null],
    [341, null],
    [613, null],
    [613, 1996],
    [613, 2534040],
    [80001, null],
    [80002, null],
    [80006, null],
  ])("after %i/%s, when the rate allows", (code, subcode) => expect(retry(code, subcode)).toBe("rate"));
  test("after what Meta itself calls transient, unless waiting cannot mend it", () => {
    expect(retry(77777, null, true)).toBe("transient");
    expect(retry(100, null, true)).toBe("transient");
    for (const [code, subcode] of [
      [190, 463],
      [10, 2018278],
      [551, null],
      [368, null],
      [10, null],
      [1, 1357046],
    ] as const) {
      expect(retry(code, subcode, true)).toBeNull();
    }
  });
  test.each([
    [1, 99],
    [1, 1357046],
    [1, 2018382],
    [4, 2018354],
    [9, 2018352],
    [10, 2018144],
    [613, 1893016],
    [613, 2018338],
    [100, null],
    [200, null],
    [77777, null],
  ])("never by itself after %i/%s", (code, subcode) => expect(retry(code, subcode)).toBeNull());
});

test("an answer that could not be made leaves open whether the message went out", () => {
  expect(mayHaveGoneOut({ code: 1, subcode: 1357046 })).toBe(true);
  expect(mayHaveGoneOut({ code: 1, subcode: null })).toBe(false);
});

test("every line has a short title, and advice of one to three whole sentences", () => {
  const lines = { ...ERROR_TABLE, ...UNANSWERED, UNKNOWN };
  for (const [key, { title, advice }] of [...Object.entries(lines), ...Object.entries(ACTION_TABLE)]) {
    expect(title, key).toMatch(/^[A-Z].{10,75}[^.]$/);
    expect(advice, key).toMatch(/^[A-Z].{20,230}\.$/);
    expect(title + advice, key).not.toMatch(/PSID|token is invalid|HTTP|null|undefined/);
  }
});

/** To write it anew: `npm run docs:errors`. */
test("docs/errors.md is the catalogue", async () => {
  await expect(toErrorPage()).toMatchFileSnapshot("../../docs/errors.md");
});
