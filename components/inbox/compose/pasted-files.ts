/**
 * Files of a paste; none when there is text too: spreadsheets put a picture of the cells beside them, and it is the words
 * that are meant.
 */
export function pastedFiles(data: Pick<DataTransfer, "types" | "files">): File[] {
  return data.types.includes("text/plain") ? [] : [...data.files];
}
