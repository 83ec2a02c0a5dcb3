import "server-only";
import { defineCommand } from "../define-command";
import { withDatabase } from "../with-database";

const MEGABYTE = 1024 * 1024;

/**
 * `npm run vacuum`: writes the database anew without what is free in it. It gives back the room of what was deleted, and
 * leaves no byte of it. Nothing else can be written meanwhile, so it is best run while the desk does not.
 */
export const vacuum = defineCommand({
  usage: "npm run vacuum: writes the database anew without what is free in it. Best while the desk is stopped.",
  options: {},
  run: (_, { print }) =>
    withDatabase(async ({ $client }) => {
      const sizeMb = () => {
        const bytes =
          Number($client.pragma("page_count", { simple: true })) *
          Number($client.pragma("page_size", { simple: true }));
        return Math.ceil(bytes / MEGABYTE);
      };
      const beforeMb = sizeMb();
      $client.exec("VACUUM");
      $client.pragma("wal_checkpoint(TRUNCATE)");
      print(`Written anew: ${sizeMb()} MB, before that ${beforeMb} MB.`);
      return 0;
    }),
});
