import { describe, expect, test } from "vitest";
import { outgoingTemplate } from "@/lib/api/schemas/outgoing";
import {
  type ButtonDraft,
  findTemplateProblems,
  newTemplate,
  type TemplateDraft,
  toKeys,
  toShownProblems,
  toTemplate,
} from "./template-draft";

const aButton = (overrides: Partial<ButtonDraft>): ButtonDraft => ({
  key: "b",
  type: "postback",
  title: "Yes",
  value: "",
  ...overrides,
});
const aCard = { key: "c", title: "Bike", subtitle: "", imageUrl: "", url: "", buttons: [] };
const withButtons = (...buttons: ButtonDraft[]): TemplateDraft => ({ kind: "button", text: "Which?", buttons });

describe("a template that is written", () => {
  test("is what the API takes once nothing is wrong with it", () => {
    const drafts: TemplateDraft[] = [
      withButtons(
        aButton({}),
        aButton({ type: "web_url", value: " https://harborbikes.example.test/hours " }),
        aButton({ type: "phone_number", value: "+39 055 (123) 45-67" }),
      ),
      {
        kind: "generic",
        cards: [
          { ...aCard, subtitle: "Blue" },
          { ...aCard, buttons: [aButton({ value: "BUY" })] },
        ],
      },
    ];
    for (const draft of drafts) {
      expect(findTemplateProblems(draft)).toEqual({});
      expect(outgoingTemplate.safeParse(toTemplate(draft)).error).toBeUndefined();
    }
  });

  test("sends a button's title where it has no payload of its own", () => {
    expect(toTemplate(withButtons(aButton({ title: "Talk to us" })))).toMatchObject({
      buttons: [{ type: "postback", title: "Talk to us", payload: "Talk to us" }],
    });
  });

  test("says which field is missing or wrong", () => {
    expect(findTemplateProblems(newTemplate("button"))).toEqual({ text: "empty", "buttons.0.title": "empty" });
    expect(findTemplateProblems(newTemplate("generic"))).toEqual({ "cards.0.title": "empty", "cards.0": "bare" });
    expect(
      findTemplateProblems(
        withButtons(
          aButton({ type: "web_url", value: "javascript:alert(1)" }),
          aButton({ type: "phone_number", value: "055" }),
        ),
      ),
    ).toEqual({ "buttons.0.value": "address", "buttons.1.value": "phone" });
    expect(
      findTemplateProblems({ kind: "generic", cards: [aCard, { ...aCard, imageUrl: "ftp://a.test/b.png" }] }),
    ).toEqual({ "cards.0": "bare", "cards.1.imageUrl": "address" });
  });

  test("says what is too long instead of cutting it", () => {
    const words = "Open the shop now please";
    expect(findTemplateProblems(withButtons(aButton({ title: words })))).toEqual({ "buttons.0.title": "long" });
    expect(
      findTemplateProblems({ kind: "generic", cards: [{ ...aCard, title: "x".repeat(81), subtitle: "y".repeat(81) }] }),
    ).toEqual({ "cards.0.title": "long", "cards.0.subtitle": "long" });
    expect(toShownProblems({ "buttons.0.title": "long" }, withButtons(aButton({ title: words })), null)).toEqual({
      "buttons.0.title": "long",
    });
  });

  test("shows what is missing once sending was tried, and not in what was added since", () => {
    const draft: TemplateDraft = { kind: "button", text: "", buttons: [aButton({ title: "" })] };
    expect(toShownProblems(findTemplateProblems(draft), draft, null)).toEqual({});
    const tried = toKeys(draft);
    const more: TemplateDraft = { ...draft, buttons: [...draft.buttons, aButton({ key: "new", title: "" })] };
    expect(toShownProblems(findTemplateProblems(more), more, tried)).toEqual({
      text: "empty",
      "buttons.0.title": "empty",
    });
    const card = { ...aCard, title: "", subtitle: "Blue", buttons: [aButton({ title: "" })] };
    const cards: TemplateDraft = { kind: "generic", cards: [card, { ...card, key: "new" }] };
    expect(Object.keys(toShownProblems(findTemplateProblems(cards), cards, ["c", "b"]))).toEqual([
      "cards.0.title",
      "cards.0.buttons.0.title",
    ]);
  });
});
