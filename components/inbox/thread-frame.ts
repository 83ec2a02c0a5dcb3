import { createContext, useContext } from "react";
import type { Conversation } from "@/lib/api/schemas/inbox";

/** What every line of one thread needs to know of it. */
export type ThreadFrame = {
  customerName: string;
  channel: Conversation["channel"];
  /** Brings a message into view, loading what lies between. */
  onShow: (messageId: string) => void;
};

export const ThreadFrameContext = createContext<ThreadFrame | null>(null);

/** @throws outside of a thread */
export function useThreadFrame(): ThreadFrame {
  const frame = useContext(ThreadFrameContext);
  if (!frame) throw new Error("This belongs into a thread.");
  return frame;
}
