import type { SaveCaseInput } from "@/lib/contracts/evaluation";
import { requirePermission, type ServiceContext } from "@/server/context";
import { withTransaction } from "@/server/transaction";
import { insertCase, rewriteCase } from "./write-case";

/**
 * Writes a case of the golden set, or a new one. What it came to before counts no longer once its question, or what is
 * right, has changed.
 * @throws ServiceError conflict `case_exists`, `cases_limit`; not_found `case_not_found`, `article_not_found`.
 */
export async function saveCase({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SaveCaseInput;
}): Promise<{ caseId: string }> {
  const editor = requirePermission(ctx, "quality:write");
  const { caseId, ...writing } = input;
  return withTransaction(editor, async (tx) => {
    if (caseId) {
      await rewriteCase(tx, caseId, { ...writing, at: editor.now });
      return { caseId };
    }
    const { staffId } = editor.actor;
    return { caseId: await insertCase(tx, { ...writing, origin: "written", staffId, at: editor.now }) };
  });
}
