import "server-only";
import type { ErrorClass } from "@/lib/api/schemas/delivery-errors";
import { maySeePage, type PageAccess } from "@/lib/auth/page-access";
import type { Db } from "@/lib/db/db";
import { type DeliveryErrorGroupRow, listAllGroups, listGroupsOfPage } from "./delivery-error-group-queries";
import {
  type DeliveryErrorRow,
  type DeliveryErrorStatus,
  findDeliveryError,
  listDeliveryErrors,
  listDeliveryErrorsOfConversation,
  listDeliveryErrorsOfPage,
  listDeliveryErrorsOfStatus,
  listIdsOfRun,
} from "./delivery-error-queries";
import { explainCall } from "./explain-call";
import { mergeRuns } from "./merge-runs";
import { toFailedCall } from "./to-failed-call";

export type DeliveryErrorFilter = {
  /** The Pages that may be seen. */
  pages: PageAccess;
  pageId?: string | undefined;
  status?: DeliveryErrorStatus | undefined;
  cause?: string | undefined;
  errorClass?: ErrorClass | undefined;
  conversationId?: number | undefined;
};
type Part = { beforeId: number | undefined; limit: number };

const STATUSES: readonly DeliveryErrorStatus[] = ["open", "retried", "resolved", "known"];

/**
 * Delivery errors by any filters, newest first. Where no index has the filters in its order, the groups (a cause on a
 * Page) they leave are merged, each of which has one: the cost grows with the groups, never with how often they failed.
 */
export function listFiltered(db: Db, filter: DeliveryErrorFilter, part: Part): DeliveryErrorRow[] {
  const { pages, pageId, status, cause, errorClass, conversationId } = filter;
  if (pageId !== undefined && !maySeePage(pages, pageId)) return [];
  if (conversationId !== undefined) {
    const causes = cause === undefined && errorClass === undefined ? null : toGroups(db, filter).map((it) => it.cause);
    const found = listDeliveryErrorsOfConversation(db, { ...part, conversationId, pageId, status, causes });
    // A conversation is of one Page.
    return found.filter((row) => maySeePage(pages, row.pageId));
  }
  if (cause === undefined && errorClass === undefined) {
    if (pages === "all" && pageId === undefined && status === undefined) return listDeliveryErrors(db, part);
    if (pages === "all" && pageId === undefined && status !== undefined)
      return listDeliveryErrorsOfStatus(db, { ...part, status });
    if (pageId !== undefined && status === undefined) return listDeliveryErrorsOfPage(db, { ...part, pageId });
  }
  const runs = toGroups(db, filter).flatMap((group) =>
    (status === undefined ? STATUSES : [status]).map((each) => ({
      newestFirst: (beforeId: number | undefined, limit: number) =>
        listIdsOfRun(db, { pageId: group.pageId, cause: group.cause, status: each }, { beforeId, limit }),
    })),
  );
  return mergeRuns(runs, part)
    .map((id) => findDeliveryError(db, id))
    .filter((row) => row !== undefined);
}

function toGroups(db: Db, filter: DeliveryErrorFilter): DeliveryErrorGroupRow[] {
  const groups = filter.pageId === undefined ? listAllGroups(db) : listGroupsOfPage(db, filter.pageId);
  return groups.filter((group) => matchesGroup(group, filter));
}

/** Whether errors of a group can be among those that are wanted. */
export function matchesGroup(
  group: Pick<DeliveryErrorGroupRow, "pageId" | "cause" | "open">,
  { pages, pageId, status, cause, errorClass }: DeliveryErrorFilter,
): boolean {
  return (
    maySeePage(pages, group.pageId) &&
    (pageId === undefined || group.pageId === pageId) &&
    (status !== "open" || group.open > 0) &&
    (cause === undefined || group.cause === cause) &&
    (errorClass === undefined || explainCall(toFailedCall(group.cause)).errorClass === errorClass)
  );
}
