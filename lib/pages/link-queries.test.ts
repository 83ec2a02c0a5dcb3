import { expect, test } from "vitest";
import { users } from "@/drizzle/schema/people";
import { forgetUser } from "@/lib/auth/forget-user-queries";
import { openDb } from "@/lib/db/db";
import { PAGE } from "@/tests/support/build-notification";
import { linkPage } from "@/tests/support/inbox-under-test";
import { listLinks } from "./link-queries";
import { writePage } from "./page-queries";

test("who linked a Page is told, and whether that person has been forgotten", async () => {
  const db = openDb(":memory:");
  await linkPage(db);
  writePage(db, PAGE, { linkedByUserId: null });
  expect(listLinks(db)).toMatchObject([{ id: PAGE, linkedByName: null, isLinkerForgotten: 0 }]);
  db.insert(users).values({ id: "dana", asid: "77", name: "Dana Moss", role: "owner", createdMs: 1 }).run();
  writePage(db, PAGE, { linkedByUserId: "dana" });
  expect(listLinks(db)).toMatchObject([{ linkedByName: "Dana Moss", isLinkerForgotten: 0 }]);
  forgetUser(db, "77");
  expect(listLinks(db)).toMatchObject([{ linkedByUserId: "dana", isLinkerForgotten: 1 }]);
});
