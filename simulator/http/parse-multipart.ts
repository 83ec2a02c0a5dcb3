export interface UploadedFile {
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** Splits a multipart/form-data body into its text fields and its files. Parts that cannot be read are left out. */
export function parseMultipart(
  body: Buffer,
  contentType: string,
): { fields: Array<[string, string]>; files: UploadedFile[] } {
  const fields: Array<[string, string]> = [];
  const files: UploadedFile[] = [];
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) return { fields, files };
  const mark = Buffer.from(`--${boundary}`);
  let start = body.indexOf(mark);
  while (start !== -1) {
    const end = body.indexOf(mark, start + mark.length);
    if (end === -1) break;
    const part = body.subarray(start + mark.length + 2, end - 2);
    start = end;
    const split = part.indexOf("\r\n\r\n");
    if (split === -1) continue;
    const head = part.subarray(0, split).toString();
    const name = /name="([^"]*)"/.exec(head)?.[1];
    if (name === undefined) continue;
    const bytes = part.subarray(split + 4);
    const fileName = /filename="([^"]*)"/.exec(head)?.[1];
    if (fileName === undefined) fields.push([name, bytes.toString()]);
    else files.push({ name: fileName, contentType: /content-type:\s*(\S+)/i.exec(head)?.[1] ?? "", bytes });
  }
  return { fields, files };
}
