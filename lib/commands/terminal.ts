/** What a command gets of the world besides its options. */
export type Terminal = {
  /** The environment, with what `.env` adds to it. */
  env: Record<string, string | undefined>;
  /** Names that a file has set, such as `.env`, with the name of the file. */
  fromFile: ReadonlyMap<string, string>;
  print: (line: string) => void;
  printError: (line: string) => void;
};
