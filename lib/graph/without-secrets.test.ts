import { expect, test } from "vitest";
import { withoutSecrets } from "./without-secrets";

test.each([
  ["Malformed access token EAATESTpagetoken0123456789abc", [], "Malformed access token …"],
  ["Bad EAAa1.b2-c3_d4e5f6g7h8i9, sorry", [], "Bad …, sorry"],
  ["App token 880011223344556|demo-app-secret-0123456789 refused", [], "App token … refused"],
  ["The secret s3cr3t-of-app is wrong", ["s3cr3t-of-app"], "The secret … is wrong"],
  ["odd+token/=== and odd+token/===", ["odd+token/==="], "… and …"],
  ["(#100) No matching user found", ["", "100"], "(#100) No matching user found"],
  ["(#10) EAA is no token, 5|6 neither", [], "(#10) EAA is no token, 5|6 neither"],
])("%s", (text, secrets, expected) => {
  expect(withoutSecrets(text, secrets)).toBe(expected);
});
