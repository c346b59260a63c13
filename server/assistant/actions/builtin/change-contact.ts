import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customerIdentities } from "@/db/schema";
import { normaliseEmail, normalisePhone } from "@/lib/contact";
import { encryptField, hashField } from "@/lib/crypto";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { emitEvent } from "@/server/events/emit-event";
import { translator } from "@/server/i18n/translator";
import { writeMail } from "@/server/mail/write-mail";
import { getSettings } from "@/server/settings/get-settings";
import { type BuiltinAction, done } from "./builtin-work";

/**
 * Changes how the person who proved who they are is reached: the new address takes the place of those of its kind. An
 * e-mail address was proved by a code before; a phone number stays unproved. An address of somebody else is refused.
 */
export const changeContact: BuiltinAction = async ({ tx, ctx, values, person, locale }) => {
  const customerId = person?.customerId;
  const given = values.contact ?? "";
  if (!customerId) return { ok: false, failure: "not_allowed" };
  const channel = given.includes("@") ? "email" : "phone";
  const address = channel === "email" ? normaliseEmail(given) : normalisePhone(given);
  const externalIdHash = await hashField(address);
  const same = and(eq(customerIdentities.channel, channel), eq(customerIdentities.externalIdHash, externalIdHash));
  const [holder] = await tx.select().from(customerIdentities).where(same).for("update");
  if (holder && holder.customerId !== customerId) return { ok: false, failure: "taken" };
  if (!holder) {
    const [stored] = await tx
      .insert(customerIdentities)
      .values({
        customerId,
        channel,
        externalIdEncrypted: await encryptField(address, "customer_identities.external_id"),
        externalIdHash,
        ...(channel === "email" && { verifiedAt: ctx.now, verifiedBy: "one_time_code" }),
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: customerIdentities.id });
    if (!stored) return { ok: false, failure: "taken" };
  }
  const replaced = and(
    eq(customerIdentities.customerId, customerId),
    eq(customerIdentities.channel, channel),
    ne(customerIdentities.externalIdHash, externalIdHash),
  );
  await tx.delete(customerIdentities).where(replaced);
  if (person.email && person.email !== address) await tellOldAddress(tx, ctx, person.email, locale);
  await emitEvent(tx, ctx, { name: "customer.updated", entityId: customerId, data: { fields: [channel] } });
  return done({ contact: address });
};

/** A change nobody wanted is noticed where the person was reached before. The new address is not in the mail. */
async function tellOldAddress(tx: Transaction, ctx: ServiceContext, to: string, locale: Locale): Promise<void> {
  const words = await translator(locale, "actions");
  const company = (await getSettings(tx, "company")).name[locale];
  const values = { company };
  await writeMail(tx, ctx, {
    to,
    subject: words("mail.contact.subject", values),
    text: words("mail.contact.text", values),
  });
}
