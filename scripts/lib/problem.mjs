/** Something the person at the terminal can mend. Its message is the whole story, in one sentence, with the next step. */
export class Problem extends Error {
  name = "Problem";
}
