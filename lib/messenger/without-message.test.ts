import { expect, test } from "vitest";
import { withoutMessage } from "./without-message";

const inEntry = (...messaging: unknown[]) => ({ object: "instagram", entry: [{ id: "1", time: 1, messaging }] });

test("of the message that was taken back only its id and sender are left; everything else stays", () => {
  const other = { sender: { id: "7" }, message: { mid: "m_2", text: "stays" } };
  const payload = inEntry(
    { sender: { id: "7" }, message: { mid: "m_1", text: "goes", attachments: [{ type: "image" }], is_echo: true } },
    other,
  );
  expect(withoutMessage(payload, "m_1")).toEqual({
    payload: inEntry({ sender: { id: "7" }, message: { mid: "m_1", is_echo: true } }, other),
    isChanged: true,
  });
  expect(withoutMessage(payload, "m_3")).toEqual({ payload, isChanged: false });
});

test("an edit of it stays an edit, without its text, and is not changed twice", () => {
  const payload = inEntry({ message_edit: { mid: "m_1", text: "goes", num_edit: 1 } });
  const once = withoutMessage(payload, "m_1");
  expect(once).toEqual({ payload: inEntry({ message_edit: { mid: "m_1", text: "", num_edit: 1 } }), isChanged: true });
  expect(withoutMessage(once.payload, "m_1").isChanged).toBe(false);
});

test("nesting deeper than the stack does not keep it from going", () => {
  const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
  const payload = inEntry({ odd: deep, message: { mid: "m_1", text: "goes", is_echo: deep } });
  expect(JSON.stringify(withoutMessage(payload, "m_1").payload)).not.toContain("goes");
});
