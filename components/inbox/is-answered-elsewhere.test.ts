import { expect, test } from "vitest";
import { aMessage, aReply } from "./build-test-data";
import { isAnsweredElsewhere } from "./is-answered-elsewhere";

const onStandby = { isStandby: true };
const seen = aMessage({ isStandby: true });
const handedOver = aMessage({
  kind: "system",
  note: { kind: "pass_thread_control", fromAppId: "1", toAppId: "2", metadata: null },
});

test("a conversation one looks on is answered elsewhere, any other is not", () => {
  expect(isAnsweredElsewhere(onStandby, [])).toBe(true);
  expect(isAnsweredElsewhere(onStandby, [seen])).toBe(true);
  expect(isAnsweredElsewhere({ isStandby: false }, [seen])).toBe(false);
});

test("our own reply, once Meta took it, ends it", () => {
  for (const status of ["sent", "delivered", "read"] as const) {
    expect(isAnsweredElsewhere(onStandby, [handedOver, seen, aReply({ status }), aMessage()])).toBe(false);
  }
  for (const status of ["queued", "sending", "failed"] as const) {
    expect(isAnsweredElsewhere(onStandby, [seen, aReply({ status })])).toBe(true);
  }
});

test("what another app says is no reply of ours", () => {
  expect(isAnsweredElsewhere(onStandby, [seen, aReply({ author: "other_app", status: "sent" })])).toBe(true);
});

test("it is answered elsewhere again after a handover, or when we only look on again", () => {
  const reply = aReply({ status: "delivered" });
  expect(isAnsweredElsewhere(onStandby, [reply, handedOver])).toBe(true);
  expect(isAnsweredElsewhere(onStandby, [reply, seen])).toBe(true);
});
