import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import type { Simulator } from "../../simulator/simulator";
import type { DeskClient } from "./desk-client";
import { HARBOR_BIKES } from "./owned-desk";
import { anApiKey, inviteToken } from "./staff";
import type { Desk } from "./start-desk";
import { HOSTILE_PAGE, XSS_CORPUS } from "./xss-corpus";

/** The corpus as a title takes it: cut, and without white space around it. */
export const TITLES = XSS_CORPUS.map((text) => text.trim().slice(0, 100));
export const HOSTILE_OWNER = "Dana <script>xss()</script> {name} {{7*7}}";

/**
 * Puts the corpus into what colleagues, and their browsers, can write: names and addresses, notes of invitations, names of
 * keys, what a browser says it is. Names and browsers go straight into the database: a password each would take long.
 */
export async function fillWithHostileColleagues(owned: { desk: Desk; client: DeskClient; sim: Simulator }) {
  owned.sim.page(HARBOR_BIKES).page.name = HOSTILE_PAGE;
  const db = new Database(owned.desk.databasePath);
  const owner = db.prepare<[], { id: string }>("SELECT id FROM users WHERE role = 'owner'").get()?.id ?? "";
  db.transaction(() => {
    db.prepare("UPDATE users SET name = ? WHERE id = ?").run(HOSTILE_OWNER, owner);
    db.prepare("UPDATE pages SET name = ? WHERE id = ?").run(HOSTILE_PAGE, HARBOR_BIKES);
    const addUser = db.prepare(
      `INSERT INTO users (id, asid, name, email, role, created_ms, deactivated_ms) VALUES (?, ?, ?, ?, 'agent', 1, ?)`,
    );
    const addSession = db.prepare(
      `INSERT INTO sessions (id, user_id, created_ms, seen_ms, expires_ms, user_agent) VALUES (?, ?, 1, 1, ?, ?)`,
    );
    for (const [index, text] of XSS_CORPUS.entries()) {
      addUser.run(randomUUID(), `local:${index}`, text, `${text}@${index}.test`, index % 10 === 0 ? 1 : null);
      addSession.run(randomUUID(), owner, Date.now() + 3_600_000, text);
    }
  })();
  db.close();
  let token = "";
  for (const note of TITLES) {
    ({ token } = await inviteToken(owned, { role: "agent", note, pageIds: [HARBOR_BIKES] }));
    await anApiKey(owned.client, { role: "developer", name: note });
  }
  return { joinPath: `/join#${token}` };
}
