import type { Me } from "@/lib/api/schemas/people";
import type { Viewer } from "./viewer";

/** Who is signed in, as the browser may know it. */
export function toMe({ id, name, role, pictureUrl, hasAllPages }: Viewer): Me["user"] {
  return { id, name, role, pictureUrl: pictureUrl === null ? null : "/api/me/picture", hasAllPages };
}
