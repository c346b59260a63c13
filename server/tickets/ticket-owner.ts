import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { normaliseEmail, normalisePhone } from "@/lib/contact";
import type { CustomerTier } from "@/lib/contracts/customers";
import { hashField } from "@/lib/crypto";
import { isLocale, type Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { customerByContact } from "./ticket-contact";

export type TicketOwner = { customerId: string; tier: CustomerTier; locale: Locale };

async function known(tx: Transaction, contact: { email?: string; phone?: string }): Promise<string | null> {
  const byEmail =
    contact.email && (await customerByContact(tx, "email", await hashField(normaliseEmail(contact.email))));
  if (byEmail) return byEmail;
  return contact.phone ? customerByContact(tx, "phone", await hashField(normalisePhone(contact.phone))) : null;
}

/** A customer as the owner of tickets, locked: their submissions follow one another. @throws ServiceError not_found. */
export async function lockOwner(tx: Transaction, customerId: string): Promise<TicketOwner> {
  const [row] = await tx
    .select({ customerId: customers.id, tier: customers.tier, locale: customers.locale })
    .from(customers)
    .where(eq(customers.id, customerId))
    .for("no key update");
  if (!row) throw notFound("customer_not_found");
  return { ...row, locale: isLocale(row.locale) ? row.locale : "zh" };
}

/**
 * Whose ticket a submission is: the customer of the session; without one, the customer who proved to own the given
 * address; otherwise a new one. An address nobody proved never leads to another person's record.
 */
export async function findOwner(
  tx: Transaction,
  ctx: ServiceContext,
  contact: { email?: string; phone?: string; locale?: Locale },
): Promise<TicketOwner> {
  if (ctx.actor.kind === "customer") return lockOwner(tx, ctx.actor.customerId);
  const customerId = await known(tx, contact);
  if (customerId) return lockOwner(tx, customerId);
  const [row] = await tx
    .insert(customers)
    .values({ locale: contact.locale ?? "zh", createdAt: ctx.now })
    .returning({ id: customers.id });
  if (!row) throw new Error("Customer not stored");
  return lockOwner(tx, row.id);
}
