import { z } from "zod";
import { id } from "./common";

export const role = z.enum(["owner", "admin", "agent", "developer"]);
export type Role = z.infer<typeof role>;

export const me = z.object({
  user: z.object({ id, name: z.string(), role, pictureUrl: z.string().nullable() }),
});
export type Me = z.infer<typeof me>;
