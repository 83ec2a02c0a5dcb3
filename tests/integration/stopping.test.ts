import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { aMessage, notification } from "../support/build-notification";
import { eventually } from "../support/eventually";
import { startOwnedDesk } from "../support/owned-desk";
import { postSigned } from "../support/signed-post";

test("SIGTERM ends ten open streams, keeps what was acknowledged and leaves one file, in under two seconds", async () => {
  const { desk, client, end } = await startOwnedDesk();
  const streams = await Promise.all(
    Array.from({ length: 10 }, () => fetch(`${desk.url}/api/stream`, { headers: { cookie: client.cookieHeader } })),
  );
  expect(streams.map(({ status }) => status)).toEqual(Array(10).fill(200));
  const ends = streams.map((stream) => stream.text());
  const bodies = Array.from({ length: 200 }, (_, n) => JSON.stringify(notification(aMessage({ mid: `m_${n}` }))));
  const answers = await Promise.all(
    bodies.map((body) => postSigned(`${desk.url}/api/webhook`, desk.settings.appSecret, body)),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);

  const exit = await desk.stop("SIGTERM");
  expect(exit).toMatchObject({ code: 0, signal: null });
  expect(exit.ms).toBeLessThan(2_000);
  await Promise.all(ends); // Each ended, none was cut off.
  expect(existsSync(`${desk.databasePath}-wal`)).toBe(false);

  const db = new Database(desk.databasePath, { readonly: true });
  expect(db.prepare("SELECT count(*) AS n FROM notifications").get()).toEqual({ n: 200 });
  db.close();
  await desk.restart();
  const { body } = await client.get<{ conversations: { unreadCount: number }[] }>("/api/conversations");
  expect(body.conversations).toMatchObject([{ unreadCount: 200 }]);
  await end();
});

test("what was acknowledged and not interpreted when the power went is interpreted at the next start", async () => {
  const { desk, client, end } = await startOwnedDesk();
  const post = (n: number) =>
    postSigned(
      `${desk.url}/api/webhook`,
      desk.settings.appSecret,
      JSON.stringify(notification(aMessage({ mid: `m_${n}` }))),
    );
  const answers = await Promise.all(Array.from({ length: 300 }, (_, n) => post(n)));
  await desk.restart("SIGKILL");
  const acknowledged = answers.filter(({ status }) => status === 200).length;
  expect(acknowledged).toBe(300);
  await eventually(async () => {
    const { body } = await client.get<{ conversations: { unreadCount: number }[] }>("/api/conversations");
    expect(body.conversations).toMatchObject([{ unreadCount: 300 }]);
  });
  await end();
});
