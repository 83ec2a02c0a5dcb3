import { expect, it } from "vitest";
import { aSimulator } from "../test-support/a-linked-page";

it("serves the page and everything it names from its own address, under a strict policy", async () => {
  const { url } = await aSimulator();
  const page = await fetch(`${url}/`);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  const html = await page.text();
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? "");
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    expect(file).toMatch(/^\/_simulator\//);
    expect((await fetch(url + file)).status, file).toBe(200);
  }
  expect((await fetch(`${url}/_simulator/assets/missing.js`)).status).toBe(404);
});

it("tells onlookers of what happens", async () => {
  const simulator = await aSimulator();
  const closing = new AbortController();
  const stream = await fetch(`${simulator.url}/_simulator/stream`, { signal: closing.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain("welcome");
  await fetch(`${simulator.url}/v26.0/me`);
  expect((await reader?.read())?.value).toMatch(/^event: call\ndata: \{.*"operation":"me"/);
  closing.abort();
});
