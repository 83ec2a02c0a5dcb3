import { describe, expect, test } from "vitest";
import { outgoingTemplate } from "@/lib/api/schemas/outgoing";
import { type ButtonDraft, findTemplateProblems, newTemplate, type TemplateDraft, toTemplate } from "./template-draft";

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
});
