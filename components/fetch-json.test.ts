import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError, fetchJson, withParams } from "./fetch-json";

function answerWith(answer: Response | Error) {
  const fetchMock = vi.fn(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
  vi.stubGlobal("fetch", fetchMock);
  return fetchMock;
}

afterEach(() => vi.unstubAllGlobals());

describe("fetchJson", () => {
  it("answers the parsed body", async () => {
    answerWith(Response.json({ pages: [] }));
    expect(await fetchJson("/api/pages")).toEqual({ pages: [] });
  });

  it("sends JSON with its content type", async () => {
    const fetchMock = answerWith(Response.json({}));
    await fetchJson("/api/pages", { method: "POST", json: { pageIds: ["1"] } });
    expect(fetchMock).toHaveBeenCalledWith(
      "/api/pages",
      expect.objectContaining({
        method: "POST",
        body: '{"pageIds":["1"]}',
        headers: expect.objectContaining({ "content-type": "application/json" }),
      }),
    );
  });

  it("answers nothing for 204", async () => {
    answerWith(new Response(null, { status: 204 }));
    expect(await fetchJson("/api/pages/1", { method: "DELETE" })).toBeUndefined();
  });

  it("throws what problem+json says", async () => {
    const problem = {
      type: "about:blank",
      title: "Not found",
      status: 404,
      detail: "No such Page.",
      code: "not_found",
    };
    answerWith(Response.json(problem, { status: 404, headers: { "content-type": "application/problem+json" } }));
    await expect(fetchJson("/api/pages/1")).rejects.toMatchObject({
      status: 404,
      code: "not_found",
      title: "Not found",
      detail: "No such Page.",
    });
  });

  it("calls anything else unexpected", async () => {
    answerWith(new Response("<html>", { status: 502 }));
    await expect(fetchJson("/api/pages")).rejects.toMatchObject({ status: 502, code: "unexpected" });
  });

  it("calls a network failure offline", async () => {
    answerWith(new TypeError("Failed to fetch"));
    const error = await fetchJson("/api/pages").catch((caught) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 0, code: "offline" });
  });
});

describe("withParams", () => {
  it("leaves out what has no value", () => {
    expect(withParams("/api/pages", { pageId: null, q: "", limit: 50, unread: false })).toBe(
      "/api/pages?limit=50&unread=false",
    );
    expect(withParams("/api/pages", {})).toBe("/api/pages");
  });

  it("escapes values", () => {
    expect(withParams("/x", { q: "a&b c" })).toBe("/x?q=a%26b+c");
  });
});
