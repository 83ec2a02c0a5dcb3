import { describe, expect, test } from "vitest";
import { type Draft, NO_DRAFT, parseDraft, serializeDraft } from "./draft-store";

const FULL: Draft = {
  text: "Which one?",
  quickReplies: [{ type: "text", title: "Blue", payload: "BLUE" }, { type: "user_email" }],
  quoted: { id: "1", mid: "m_1", direction: "in", authorName: null, text: "Hi", isUnsent: false },
  templates: { button: { kind: "button", text: "What next?", buttons: [] } },
};

describe("a stored draft", () => {
  test("comes back whole", () => {
    expect(parseDraft(serializeDraft(FULL))).toEqual(FULL);
  });

  test("of text alone is the text, as it was before there was anything else", () => {
    expect(serializeDraft({ ...NO_DRAFT, text: "On Monday" })).toBe("On Monday");
    expect(parseDraft("On Monday")).toEqual({ ...NO_DRAFT, text: "On Monday" });
  });

  test("of nothing is nothing", () => {
    expect(serializeDraft(NO_DRAFT)).toBe("");
    expect(parseDraft("")).toEqual(NO_DRAFT);
  });

  test("of text that looks like JSON stays that text", () => {
    for (const text of ['{"version":1,"text":"sly"}', '{"a":1}', "{", serializeDraft(FULL)]) {
      expect(parseDraft(serializeDraft({ ...NO_DRAFT, text }))).toEqual({ ...NO_DRAFT, text });
    }
  });
});
