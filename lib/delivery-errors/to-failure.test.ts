import { expect, test } from "vitest";
import { GraphError, GraphUnavailableError } from "@/lib/graph/graph-error";
import { log } from "@/lib/log";
import { NO_ANSWER, toFailure } from "./to-failure";

log.level = "silent";

test("what Meta said is kept whole, and is an answer", () => {
  const said = { message: "(#10) no", code: 10, error_subcode: 2018278, type: "OAuthException", fbtrace_id: "A-trace" };
  expect(toFailure(new GraphError(said, { httpStatus: 403, usage: {} }))).toEqual({
    code: 10,
    subcode: 2018278,
    type: "OAuthException",
    fbtraceId: "A-trace",
    httpStatus: 403,
    message: "(#10) no",
    unanswered: null,
  });
  expect(toFailure(new GraphError({ message: "no", code: 2 }, { httpStatus: 500, usage: {} }))).toMatchObject({
    ...NO_ANSWER,
    code: 2,
    httpStatus: 500,
    unanswered: null,
  });
});

test.each([
  ["it never left", new GraphUnavailableError("refused", { mayHaveArrived: false }), "not_sent", "refused"],
  ["it may have arrived", new GraphUnavailableError("broken", { mayHaveArrived: true }), "unknown_outcome", "broken"],
])("without an answer: %s", (_, error, unanswered, message) => {
  expect(toFailure(error)).toEqual({ ...NO_ANSWER, unanswered, message });
});

test.each([[new Error("secret detail")], ["secret detail"], [undefined], [null]])(
  "a fault of ours (%s) has an unknown outcome, and its words stay in the log",
  (error) => {
    const failure = toFailure(error);
    expect(failure).toMatchObject({ ...NO_ANSWER, unanswered: "unknown_outcome" });
    expect(failure.message).not.toContain("secret");
  },
);
