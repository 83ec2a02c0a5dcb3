import { expect, test } from "vitest";
import { INSIDE_ADDRESSES, REFUSED_ADDRESSES, REFUSED_PORTS } from "@/tests/support/ssrf-corpus";
import { isMediaAddress } from "./is-media-address";

const META = "https://graph.facebook.com";
const STAND_IN = "http://localhost:4100";
const both = (address: string) => [isMediaAddress(address, META), isMediaAddress(address, STAND_IN)];

test.each([
  "https://scontent-ham3-1.xx.fbcdn.net/v/t39.30808-1/1.jpg?_nc_cat=1",
  "https://cdn.fbsbx.com/v/t59.2708-21/a.pdf",
  "https://platform-lookaside.fbsbx.com/platform/profilepic/?psid=1",
  "https://scontent.cdninstagram.com/v/1.jpg",
  "https://lookaside.FBSBX.com/x",
  "https://www.facebook.com:443/x",
])("%s is Meta's", (address) => {
  expect(both(address)).toEqual([true, true]);
});

test.each([
  "http://scontent.xx.fbcdn.net/1.jpg",
  "https://fbcdn.net.example.com/1.jpg",
  "https://notfbcdn.net/1.jpg",
  "https://fbcdn.net@example.com/1.jpg",
  "https://someone:secret@www.facebook.com/",
  "https://www.facebook.com:8443/",
  "https://www.facebook.com./",
  "https://example.com/?https://fbcdn.net/",
  "https://example.com\\.fbcdn.net/",
  "//fbcdn.net/1.jpg",
  ...[...INSIDE_ADDRESSES, ...REFUSED_ADDRESSES].map(([, address]) => address),
  ...REFUSED_PORTS,
])("%s is not", (address) => {
  expect(both(address)).toEqual([false, false]);
});

test("a stand-in for Graph keeps its own pictures; Meta's own Graph is no such place", () => {
  expect(isMediaAddress(`${STAND_IN}/media/1.jpg`, STAND_IN)).toBe(true);
  expect(isMediaAddress("http://localhost:4101/media/1.jpg", STAND_IN)).toBe(false);
  expect(isMediaAddress("http://graph.facebook.com/1.jpg", "http://graph.facebook.com")).toBe(false);
});
