import { z } from "zod";

/** Unix milliseconds. Every field of this kind ends in `At` or `Ms` on the wire. */
export const unixMs = z.int();

/** Ids are strings on the wire, whatever they are inside; callers must not look into them. */
export const id = z.string().min(1).max(200);

/** What every list takes. `cursor` is opaque: pass back `nextCursor` of the page before. */
export const listQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const nextCursor = z.string().nullable();

/** RFC 9457. `code` is stable and meant for programs; `title` and `detail` are for people. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
