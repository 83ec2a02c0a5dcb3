"use client";

import { createContext, useContext } from "react";

export type InboxViewer = {
  /** The id of our own app, to tell it from the others that may hold a thread. */
  appId: string;
  /** Whether this person may see payloads; who may not gets no link to them. */
  mayReadNotifications: boolean;
  /** Names of the other apps on the Pages, by id. */
  appNames: ReadonlyMap<string, string>;
};

/** Who looks at the inbox, and for which app. */
export const InboxViewerContext = createContext<InboxViewer>({
  appId: "",
  mayReadNotifications: false,
  appNames: new Map(),
});

export function useInboxViewer(): InboxViewer {
  return useContext(InboxViewerContext);
}
