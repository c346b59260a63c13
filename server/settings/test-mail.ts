import { eq } from "drizzle-orm";
import { staff } from "@/db/schema";
import { decryptField } from "@/lib/crypto";
import { newId } from "@/lib/ids";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict, invalid, notFound } from "@/server/errors";
import { translator } from "@/server/i18n/translator";
import { deliverMail, oneLine } from "@/server/mail/deliver-mail";
import { loadMailServer } from "./load-mail-server";

/**
 * Sends a test mail to the administrator who asks, at once, so that the server's answer can be shown.
 * @throws ServiceError conflict `mail_not_configured`, invalid `mail_failed` with the server's reason.
 */
export async function testMail({ ctx }: { ctx: ServiceContext }): Promise<{ to: string }> {
  const { actor } = requirePermission(ctx, "settings:manage");
  const server = await loadMailServer(ctx);
  if (!server) throw conflict("mail_not_configured");
  const [row] = await ctx.db.select({ sealed: staff.emailEncrypted }).from(staff).where(eq(staff.id, actor.staffId));
  if (!row) throw notFound();
  const to = await decryptField(row.sealed, "staff.email");
  const words = await translator(actor.locale, "mail");
  try {
    await deliverMail(server, { id: newId("mail"), to, subject: words("test.subject"), text: words("test.text") });
  } catch (error) {
    throw invalid("mail_failed", { reason: oneLine(error instanceof Error ? error.message : "").slice(0, 200) });
  }
  return { to };
}
