import type { CreateApiKeyInput, InviteInput, Role } from "@/lib/api/schemas/people";
import { DeskClient } from "./desk-client";
import type { Desk } from "./start-desk";

type Owned = { desk: Desk; client: DeskClient };
/** `pageIds` left out: all Pages. */
type Access = { role: Role; pageIds?: string[] };

const toAccess = ({ role, pageIds }: Access) => ({ role, hasAllPages: pageIds === undefined, pageIds: pageIds ?? [] });

/** Whoever follows the link gets this: what stands behind its `#`. */
export async function inviteToken({ client }: Owned, { note = "Somebody", ...access }: Access & { note?: string }) {
  const body: InviteInput = { note, ...toAccess(access) };
  const answer = await client.post<{ link: string; invitation: { id: string } }>("/api/invitations", body);
  if (answer.status !== 201) throw new Error(`No invitation: ${JSON.stringify(answer.body)}`);
  return { token: answer.body.link.split("#")[1] as string, id: answer.body.invitation.id };
}

export const PASSWORD = "correct horse battery";
let joined = 0;

/** Somebody who was invited, took a password and is signed in. */
export async function aColleague(owned: Owned, access: Access & { name?: string }) {
  const name = access.name ?? `Colleague ${++joined}`;
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@staff.example.test`;
  const { token } = await inviteToken(owned, { ...access, note: name });
  const client = new DeskClient(owned.desk);
  const answer = await client.post("/api/invitations/accept", { token, name, email, password: PASSWORD });
  if (answer.status !== 204) throw new Error(`${name} could not join: ${JSON.stringify(answer.body)}`);
  if (!(await client.signInWithPassword(email, PASSWORD))) throw new Error(`${name} could not sign in.`);
  const { body } = await client.get<{ user: { id: string } }>("/api/me");
  return { client, id: body.user.id, name, email };
}

/** A key that `maker` has made, as the header it is sent in. */
export async function anApiKey(maker: DeskClient, access: Access & { name?: string }) {
  const body: CreateApiKeyInput = { name: access.name ?? "A program", ...toAccess(access) };
  const answer = await maker.post<{ key: string; apiKey: { id: string } }>("/api/api-keys", body);
  if (answer.status !== 201) throw new Error(`No key: ${JSON.stringify(answer.body)}`);
  const { key, apiKey } = answer.body;
  return { key, id: apiKey.id, headers: { authorization: `Bearer ${key}` } };
}
