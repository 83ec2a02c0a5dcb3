import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";
import { GraphError } from "./graph-error";

const account = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string().optional(),
  access_token: z.string().optional(),
  tasks: z.array(z.string()).nullish(),
  picture: z.object({ data: z.object({ url: z.string().optional() }).optional() }).optional(),
  instagram_business_account: z.object({ id: z.string(), username: z.string().optional() }).nullish(),
});
const accountPage = z.object({
  data: z.array(account),
  paging: z.object({ next: z.string().optional() }).optional(),
});

/** A Page the person manages, as `/me/accounts` tells it. */
export type Account = {
  pageId: string;
  name: string;
  category: string | null;
  pictureUrl: string | null;
  instagramAccountId: string | null;
  instagramUsername: string | null;
  /** Null when Meta did not say. */
  tasks: string[] | null;
  /** Missing when the person may not act for the Page. */
  token: string | null;
};

const OWN_FIELDS = "id,name,category,picture{url}";
const INSTAGRAM = "instagram_business_account{id,username}";
const FIELDS = `${OWN_FIELDS},access_token,tasks,${INSTAGRAM}`;
/** Far above any real list: a server that says `next` for ever does not keep us. */
const MAX_RESULT_PAGES = 200;

/** Every Page of the person: `next` is followed to its end, over empty result pages too (Meta docs: User accounts). */
export async function listAccounts(graph: GraphClient, userToken: string): Promise<Account[]> {
  const accounts = new Map<string, Account>();
  let query: Record<string, string> | null = { fields: FIELDS, limit: "100" };
  for (let count = 0; query !== null && count < MAX_RESULT_PAGES; count += 1) {
    const result: z.infer<typeof accountPage> = await graph.call({
      method: "GET",
      path: "me/accounts",
      token: userToken,
      query,
      answer: accountPage,
    });
    for (const found of result.data) accounts.set(found.id, toAccount(found));
    query = result.paging?.next === undefined ? null : { fields: FIELDS, limit: "100", ...toQuery(result.paging.next) };
  }
  return [...accounts.values()];
}

/** One Page of the person, also when `/me/accounts` leaves it out (Meta docs: Page, read with a user token). */
export async function getAccount(graph: GraphClient, userToken: string, pageId: string): Promise<Account> {
  const query = { fields: `${OWN_FIELDS},access_token,${INSTAGRAM}` };
  return toAccount(await graph.call({ method: "GET", path: pageId, token: userToken, query, answer: account }));
}

/** The Page behind a Page token, with that token (Meta docs: Page, `me`). */
export async function getOwnAccount(graph: GraphClient, pageToken: string): Promise<Account> {
  const read = (fields: string) =>
    graph.call({ method: "GET", path: "me", token: pageToken, query: { fields }, answer: account });
  try {
    return { ...toAccount(await read(`${OWN_FIELDS},${INSTAGRAM}`)), token: pageToken };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    // Without a permission for Instagram the field alone may be what is refused.
    return { ...toAccount(await read(OWN_FIELDS)), token: pageToken };
  }
}

/** The cursor of a `next` URL. The URL itself holds the token, so it is not followed as it is. */
function toQuery(next: string): Record<string, string> {
  const { searchParams } = new URL(next);
  const cursors = ["after", "offset", "__paging_token"].map((name) => [name, searchParams.get(name)] as const);
  return Object.fromEntries(cursors.filter((pair): pair is [string, string] => pair[1] !== null));
}

function toAccount(found: z.infer<typeof account>): Account {
  return {
    pageId: found.id,
    name: found.name,
    category: found.category ?? null,
    pictureUrl: found.picture?.data?.url ?? null,
    instagramAccountId: found.instagram_business_account?.id ?? null,
    instagramUsername: found.instagram_business_account?.username ?? null,
    tasks: found.tasks ?? null,
    token: found.access_token ?? null,
  };
}
