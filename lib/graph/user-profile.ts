import "server-only";
import { z } from "zod";
import type { GraphClient } from "./graph-client";

export type Profile = { name: string | null; pictureUrl: string | null };

/**
 * Name and picture of a person who wrote to the Page. Meta answers an empty object when it will not tell
 * (Meta docs: User Profile API).
 */
export async function getProfile(
  graph: GraphClient,
  { psid, pageToken, channel }: { psid: string; pageToken: string; channel: "messenger" | "instagram" },
): Promise<Profile> {
  const fields = channel === "instagram" ? "name,username,profile_pic" : "first_name,last_name,name,profile_pic";
  const answer = z.object({
    name: z.string().optional(),
    username: z.string().optional(),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
    profile_pic: z.string().optional(),
  });
  const found = await graph.call({ method: "GET", path: psid, token: pageToken, query: { fields }, answer });
  const fullName = [found.first_name, found.last_name].filter(Boolean).join(" ");
  return { name: found.name || fullName || found.username || null, pictureUrl: found.profile_pic ?? null };
}
