import type { Role } from "@/lib/api/schemas/people";
import type { PageAccess } from "./page-access";

/** Who asks, as they are at this moment: somebody signed in, or a program with the key of one. */
export type Viewer = {
  /** Of the person; for a key, of who made it. */
  id: string;
  /** Empty for a key. */
  sessionId: string;
  apiKeyId: string | null;
  name: string;
  role: Role;
  pictureUrl: string | null;
  pages: PageAccess;
  hasAllPages: boolean;
};

/** On a route that is open to everybody. */
export const nobody: Viewer = {
  id: "",
  sessionId: "",
  apiKeyId: null,
  name: "",
  role: "agent",
  pictureUrl: null,
  pages: [],
  hasAllPages: false,
};
