import { getDesk } from "@/lib/runtime/desk";
import { answerWebRequest } from "@/lib/webhook/web-webhook";

/** The webhook of every linked Page, where Next is the server. `server.ts` mounts the same endpoint in front of Next. */
const handler = (request: Request) => answerWebRequest(getDesk().webhook, request);

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
