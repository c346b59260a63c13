import { eq } from "drizzle-orm";
import { goldenCases } from "@/db/schema";
import type { ArchiveCaseInput } from "@/lib/contracts/evaluation";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict, notFound } from "@/server/errors";
import { violatedConstraint } from "@/server/transaction";

/**
 * Takes a case out of the golden set, or puts it back: from the next run on. Idempotent.
 * @throws ServiceError not_found `case_not_found`, conflict `case_exists` when the same was written again meanwhile.
 */
export async function archiveCase({ ctx, input }: { ctx: ServiceContext; input: ArchiveCaseInput }): Promise<void> {
  const editor = requirePermission(ctx, "quality:write");
  try {
    const [row] = await editor.db
      .update(goldenCases)
      .set({ archivedAt: input.archived ? editor.now : null })
      .where(eq(goldenCases.id, input.caseId))
      .returning({ id: goldenCases.id });
    if (!row) throw notFound("case_not_found");
  } catch (error) {
    if (violatedConstraint(error) === "golden_cases_key") throw conflict("case_exists");
    throw error;
  }
}
