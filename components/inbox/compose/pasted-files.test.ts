import { expect, test } from "vitest";
import { pastedFiles } from "./pasted-files";

const toList = (files: File[]) => Object.assign(files, { item: (at: number) => files[at] ?? null });
const picture = new File(["x"], "image.png", { type: "image/png" });

test("a pasted picture is a file; the picture a spreadsheet puts beside its words is not meant", () => {
  expect(pastedFiles({ types: ["Files"], files: toList([picture]) })).toEqual([picture]);
  expect(pastedFiles({ types: ["text/plain", "text/html", "Files"], files: toList([picture]) })).toEqual([]);
});
