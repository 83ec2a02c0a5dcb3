export type TextBlock = {
  kind: "heading" | "paragraph";
  text: string;
  /** Where it ends: tells it from its neighbours. */
  line: number;
};

/**
 * A plain text as blocks: a line that begins with "# " is a heading, an empty line ends a paragraph. Nothing else is
 * interpreted, so whatever somebody wrote is shown as they wrote it.
 */
export function toTextBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  const all = text.split(/\r?\n/);
  const endParagraph = (line: number) => {
    if (lines.length > 0) blocks.push({ kind: "paragraph", text: lines.join("\n"), line });
    lines = [];
  };
  for (const [index, line] of all.entries()) {
    const heading = /^# +(.*\S)/.exec(line)?.[1];
    if (heading !== undefined) {
      endParagraph(index - 1);
      blocks.push({ kind: "heading", text: heading, line: index });
    } else if (line.trim() === "") endParagraph(index - 1);
    else lines.push(line);
  }
  endParagraph(all.length - 1);
  return blocks;
}
