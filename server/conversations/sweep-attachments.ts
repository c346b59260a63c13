import { and, eq, isNull, lt } from "drizzle-orm";
import { attachments } from "@/db/schema";
import type { ServiceContext } from "@/server/context";
import { deleteStoredFile } from "@/server/storage/file-store";

const ORPHAN_MS = 24 * 60 * 60 * 1000;
const BATCH = 100;

/** Sweep: removes files that were uploaded a day ago and never sent. Returns how many. */
export async function sweepAttachments(ctx: ServiceContext): Promise<number> {
  const limit = new Date(ctx.now.getTime() - ORPHAN_MS);
  const rows = await ctx.db
    .select({ id: attachments.id, storageKey: attachments.storageKey })
    .from(attachments)
    .where(and(isNull(attachments.messageId), lt(attachments.createdAt, limit)))
    .limit(BATCH);
  for (const { id, storageKey } of rows) {
    const gone = await ctx.db
      .delete(attachments)
      .where(and(eq(attachments.id, id), isNull(attachments.messageId)))
      .returning();
    if (gone.length > 0) await deleteStoredFile(storageKey);
  }
  return rows.length;
}
