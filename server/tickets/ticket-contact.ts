import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Executor, Transaction } from "@/db/client";
import { customerIdentities } from "@/db/schema";
import { normaliseEmail } from "@/lib/contact";
import { decryptField, encryptField } from "@/lib/crypto";
import type { TicketRow } from "./load-ticket";

const EMAIL = "tickets.contact_email";
const PHONE = "tickets.contact_phone";
const IDENTITY = "customer_identities.external_id";

export type Contact = { email: string | null; phone: string | null };

/** The columns that keep how a ticket's customer wants to be reached. */
export async function sealContact(contact: { email?: string; phone?: string }) {
  return {
    contactEmailEncrypted: contact.email ? await encryptField(normaliseEmail(contact.email), EMAIL) : null,
    contactPhoneEncrypted: contact.phone ? await encryptField(contact.phone, PHONE) : null,
  };
}

type Sealed = Pick<TicketRow, "customerId" | "contactEmailEncrypted" | "contactPhoneEncrypted">;

/** How a ticket's customer can be reached: what they gave with it, else their verified address. In plain text. */
export async function openContact(db: Executor, ticket: Sealed): Promise<Contact> {
  const { contactEmailEncrypted: email, contactPhoneEncrypted: phone } = ticket;
  const [given, called] = [email && (await decryptField(email, EMAIL)), phone && (await decryptField(phone, PHONE))];
  return {
    email: given || (await verifiedIdentity(db, ticket.customerId, "email")),
    phone: called || (given ? null : await verifiedIdentity(db, ticket.customerId, "phone")),
  };
}

async function verifiedIdentity(db: Executor, customerId: string, channel: "email" | "phone"): Promise<string | null> {
  const [row] = await db
    .select({ sealed: customerIdentities.externalIdEncrypted })
    .from(customerIdentities)
    .where(
      and(
        eq(customerIdentities.customerId, customerId),
        eq(customerIdentities.channel, channel),
        isNotNull(customerIdentities.verifiedAt),
      ),
    )
    .orderBy(asc(customerIdentities.createdAt))
    .limit(1);
  return row ? decryptField(row.sealed, IDENTITY) : null;
}

/** The verified customer behind an address on a channel, by its hash; null when nobody proved to own it. */
export async function customerByContact(
  tx: Transaction,
  channel: "email" | "phone",
  hash: string,
): Promise<string | null> {
  const [row] = await tx
    .select({ customerId: customerIdentities.customerId })
    .from(customerIdentities)
    .where(
      and(
        eq(customerIdentities.channel, channel),
        eq(customerIdentities.externalIdHash, hash),
        isNotNull(customerIdentities.verifiedAt),
      ),
    );
  return row?.customerId ?? null;
}
