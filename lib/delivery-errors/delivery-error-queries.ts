import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import { deliveryErrors } from "@/drizzle/schema/outbox";
import { type Db, prepared } from "@/lib/db/db";

export type DeliveryErrorRow = typeof deliveryErrors.$inferSelect;

export function insertDeliveryError(db: Db, row: Omit<DeliveryErrorRow, "id">): number {
  return db.insert(deliveryErrors).values(row).returning({ id: deliveryErrors.id }).get().id;
}

export function resolveDeliveryError(db: Db, id: number): void {
  prepared(db, "UPDATE delivery_errors SET status = 'resolved' WHERE id = ?").run(id);
}

export function markDeliveryErrorRetried(db: Db, id: number): void {
  db.update(deliveryErrors).set({ status: "retried" }).where(eq(deliveryErrors.id, id)).run();
}

export function findDeliveryError(db: Db, id: number): DeliveryErrorRow | undefined {
  return db.select().from(deliveryErrors).where(eq(deliveryErrors.id, id)).get();
}

/** Newest first; one row more than `limit`, so that the caller sees whether there is a next page. */
export function listDeliveryErrors(
  db: Db,
  filter: { pageId?: string; status?: DeliveryErrorRow["status"]; beforeId?: number; limit: number },
): DeliveryErrorRow[] {
  return db
    .select()
    .from(deliveryErrors)
    .where(
      and(
        filter.pageId === undefined ? undefined : eq(deliveryErrors.pageId, filter.pageId),
        filter.status === undefined ? undefined : eq(deliveryErrors.status, filter.status),
        filter.beforeId === undefined ? undefined : lt(deliveryErrors.id, filter.beforeId),
      ),
    )
    .orderBy(desc(deliveryErrors.id))
    .limit(filter.limit + 1)
    .all();
}

export async function findDeliveryErrorPageId(db: Db, id: number): Promise<string | null> {
  return findDeliveryError(db, id)?.pageId ?? null;
}
