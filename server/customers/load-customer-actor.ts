import { and, eq, gt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { customerSessions, customers } from "@/db/schema";
import { hashToken } from "@/lib/crypto";
import type { CustomerActor } from "@/server/context";

/** The customer behind a session token, unless it has expired. */
export async function loadCustomerActor(db: Database, token: string, now: Date): Promise<CustomerActor | null> {
  const [row] = await db
    .select({ customerId: customerSessions.customerId, name: customers.name, locale: customerSessions.locale })
    .from(customerSessions)
    .innerJoin(customers, eq(customers.id, customerSessions.customerId))
    .where(and(eq(customerSessions.tokenHash, await hashToken(token)), gt(customerSessions.expiresAt, now)));
  return row ? { kind: "customer", ...row } : null;
}
