import { expect, test } from "vitest";
import { NO_DRAFT } from "./draft-store";
import { withTakenBack } from "./with-taken-back";

const QUOTED = { id: "7", direction: "in", authorName: null, text: "Which one?", isUnsent: false } as const;
const RED = { type: "text", title: "Red", payload: "RED" } as const;
const WRITTEN = { text: "The red one.", quickReplies: [RED], replyToMid: "m_7" };

test("what was taken back can be gone on with: text, quote and quick replies", () => {
  expect(withTakenBack(NO_DRAFT, WRITTEN, QUOTED)).toEqual({
    ...NO_DRAFT,
    text: "The red one.",
    quickReplies: [RED],
    quoted: { ...QUOTED, mid: "m_7" },
  });
});

test("what is being written since is not lost by it", () => {
  const blue = { type: "text", title: "Blue", payload: "BLUE" } as const;
  const draft = { ...NO_DRAFT, text: "And then?", quickReplies: [blue], quoted: { ...QUOTED, id: "8", mid: "m_8" } };
  expect(withTakenBack(draft, WRITTEN, QUOTED)).toEqual({ ...draft, text: "The red one.\nAnd then?" });
  expect(withTakenBack(draft, { text: "", quickReplies: [], replyToMid: null }, null)).toEqual(draft);
});
