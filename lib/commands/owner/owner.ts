import "server-only";
import { email as emailSchema } from "@/lib/api/schemas/people";
import { makeOwnerLink } from "@/lib/auth/make-owner-link";
import { defineCommand, UsageError } from "../define-command";
import { withDatabase } from "../with-database";

/** `npm run owner -- --email …`: a way back in for an owner who is locked out, or in for the first one. */
export const owner = defineCommand({
  usage: "npm run owner -- --email <address>: a link that makes whoever opens it an owner, once, within the hour.",
  options: { email: { type: "string" } },
  run: async ({ email: typed }, { print }) => {
    const parsed = emailSchema.safeParse(typed);
    if (!parsed.success) throw new UsageError("Say for whom: npm run owner -- --email somebody@example.com");
    const { link, isKnown, validMinutes } = await withDatabase(async (db) =>
      makeOwnerLink(db, parsed.data, Date.now()),
    );
    print(`Whoever opens this link becomes an owner. It works once, within ${validMinutes} minutes:`);
    print("");
    print(link);
    print("");
    print(
      isKnown
        ? `It gives ${parsed.data} a new password, ends their sessions, and lets them in again if they were shut out.`
        : "They can continue with Facebook, or choose a password.",
    );
    return 0;
  },
});
