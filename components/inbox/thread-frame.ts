import { createContext, useContext } from "react";

/** What every line of one thread needs to know of it. */
export type ThreadFrame = {
  customerName: string;
  /** Who answers when this desk only looks on, as it stands inside a sentence. */
  standbyOwner: string;
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
