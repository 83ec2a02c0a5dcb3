import "server-only";
import type { Db } from "@/lib/db/db";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { GraphError } from "@/lib/graph/graph-error";
import { Changes } from "@/lib/inbox/changes";
import { noteRefusal, type RefusalSurroundings } from "@/lib/pages/note-refusal";
import { explainCall } from "./explain-call";
import type { Operation } from "./operations";
import { recordFailedCall } from "./record-failed-call";
import { toFailure } from "./to-failure";

export type Action = { pageId: string; conversationId: number; operation: Operation };

/**
 * Writes down a Graph call that failed, which was not the sending of a message, and what it says about the Page.
 * @returns the same as an error for whoever waits for it, in our words
 */
export async function noteFailedAction(
  db: Db,
  action: Action,
  error: unknown,
  surroundings: RefusalSurroundings,
): Promise<AppError> {
  const failure = toFailure(error);
  const changes = new Changes();
  inTransaction(db, () => recordFailedCall(db, { ...action, messageId: null, failure }, changes, Date.now()));
  surroundings.publish(changes);
  if (error instanceof GraphError) await noteRefusal(db, action.pageId, error, surroundings);
  const { title, advice } = explainCall({ ...failure, operation: action.operation });
  const code = failure.unanswered === null ? "graph_refused" : "graph_unavailable";
  return new AppError(code, `${title}. ${advice}`, { cause: error });
}
