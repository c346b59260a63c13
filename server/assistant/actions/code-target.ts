import { eq } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { orders } from "@/db/schema";
import { customerByEmail } from "@/server/customers/identity/proved-person";
import { openContact } from "@/server/tickets/ticket-contact";
import { ticketByNumber } from "./builtin/ticket-status";
import type { LoadedAction } from "./load-actions";
import { placeholdersOf } from "./plain-value";

/** Whose record a code would open, and whether it is mailed at all. */
export type CodeTarget = { customerId: string | null; deliver: boolean };

async function orderOwner(db: Executor, number: string): Promise<string | null> {
  const [row] = await db.select({ customerId: orders.customerId }).from(orders).where(eq(orders.number, number));
  return row?.customerId ?? null;
}

/**
 * Where a code for an address leads. It is mailed only to the address on the record that is asked for: the order's
 * customer's, the ticket's contact, else any customer's. An action that hands the proved address to another system
 * leaves it to that system to know whose it is, so there any address is proved.
 */
export async function codeTarget(
  db: Executor,
  action: LoadedAction,
  values: Readonly<Record<string, string>>,
  address: string,
): Promise<CodeTarget> {
  const customerId = await customerByEmail(db, address);
  if (action.kind === "http") {
    const call = action.http;
    const hands = placeholdersOf(`${call?.url ?? ""} ${call?.body ?? ""}`).includes("verified_email");
    return { customerId, deliver: hands || customerId !== null };
  }
  if (values.ticket_number !== undefined) {
    const ticket = await ticketByNumber(db, values.ticket_number);
    const isContact = ticket !== null && (await openContact(db, ticket)).email === address;
    return { customerId: isContact ? ticket.customerId : null, deliver: isContact };
  }
  if (values.order_number !== undefined) {
    const owns = customerId !== null && (await orderOwner(db, values.order_number)) === customerId;
    return { customerId: owns ? customerId : null, deliver: owns };
  }
  return { customerId, deliver: customerId !== null };
}

/** Whether the record that is asked for belongs to the very customer of the conversation, as a ticket opened in it does. */
export async function isOwnRecord(
  db: Executor,
  action: LoadedAction,
  values: Readonly<Record<string, string>>,
  customerId: string,
): Promise<boolean> {
  if (action.key !== "ticket_status" || action.kind !== "builtin" || values.ticket_number === undefined) return false;
  return (await ticketByNumber(db, values.ticket_number))?.customerId === customerId;
}
