import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { staff, staffTokens } from "@/db/schema";
import { hashField } from "@/lib/crypto";
import type { ServiceContext } from "@/server/context";
import { defer } from "@/server/deferred";
import { withTransaction } from "@/server/transaction";
import { createStaffLink } from "./staff-tokens";
import { writeStaffMail } from "./write-staff-mail";

const PAUSE_MS = 60_000;

async function mailReset(ctx: ServiceContext, email: string): Promise<void> {
  const emailHash = await hashField(email);
  await withTransaction(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(staff)
      .where(and(eq(staff.emailHash, emailHash), isNull(staff.disabledAt), isNotNull(staff.passwordHash)))
      .for("update");
    if (!row) return;
    const [latest] = await tx
      .select({ createdAt: staffTokens.createdAt })
      .from(staffTokens)
      .where(and(eq(staffTokens.staffId, row.id), eq(staffTokens.purpose, "reset")))
      .orderBy(desc(staffTokens.createdAt))
      .limit(1);
    if (latest && ctx.now.getTime() - latest.createdAt.getTime() < PAUSE_MS) return;
    const { tokenId, link } = await createStaffLink(tx, ctx, row.id, "reset");
    await writeStaffMail(tx, ctx, row, { kind: "reset", values: { link }, dedupeKey: `reset:${tokenId}` });
  });
}

/**
 * Mails a reset link if the address belongs to someone who may sign in, at most once a minute. The caller learns
 * nothing: the work is done after the answer, which is the same and as fast for every address.
 */
export function requestReset({ ctx, input }: { ctx: ServiceContext; input: { email: string } }): void {
  defer(() => mailReset(ctx, input.email));
}
