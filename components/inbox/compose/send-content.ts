import type { SendMessageInput } from "@/lib/api/schemas/outgoing";

/** What is to be said, as the API takes it; the name that makes sending it twice harmless is given on the way. */
export type SendContent = Omit<SendMessageInput, "clientId">;
