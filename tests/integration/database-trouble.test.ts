import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { postSigned } from "../support/signed-post";
import { startDesk } from "../support/start-desk";

test("a database that cannot be written is told to Meta and to whoever watches, and recovers by itself", async () => {
  await using desk = await startDesk({ simulatorUrl: "http://localhost:9", env: { LOG_LEVEL: "fatal" } });
  const post = () => postSigned(`${desk.url}/api/webhook`, desk.settings.appSecret, '{"object":"page","entry":[]}');
  const other = new Database(desk.databasePath);
  other.exec("BEGIN EXCLUSIVE");
  expect(await post()).toMatchObject({ status: 503, body: "Service Unavailable" });
  const health = await fetch(`${desk.url}/api/health`);
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({ status: "database_unavailable" });
  other.exec("ROLLBACK");
  expect((await fetch(`${desk.url}/api/health`)).status).toBe(200);
  expect(await post()).toMatchObject({ status: 200 });
  expect(other.prepare("SELECT count(*) AS n FROM notifications").get()).toEqual({ n: 1 });
  other.close();
});
