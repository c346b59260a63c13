import { db } from "@/db/client";
import { customerIdentities, customers, inboxes, skillGroups, staff } from "@/db/schema";
import type { CustomerTier } from "@/lib/contracts/customers";
import type { StaffRole } from "@/lib/contracts/team";
import { encryptField, hashField } from "@/lib/crypto";
import { newId } from "@/lib/ids";
import type { CustomerActor, ServiceContext, StaffActor } from "@/server/context";

/** A fixed Wednesday morning, so that no test depends on when it runs. */
export const NOW = new Date("2026-11-18T02:00:00.000Z");

/** A context for any actor; move `now` to let time pass. */
export function contextOf<Who extends ServiceContext["actor"]>(actor: Who, now: Date = NOW): ServiceContext<Who> {
  return { actor, db: db(), now, requestId: newId("request") };
}

/** A stored member of staff and the context in which they act. */
export async function staffMember(
  role: StaffRole = "agent",
  name = `${role} ${Math.random().toString(36).slice(2, 8)}`,
): Promise<ServiceContext<StaffActor>> {
  const email = `${name.replaceAll(" ", ".")}@luyu.example`;
  const [row] = await db()
    .insert(staff)
    .values({
      name,
      publicName: name,
      role,
      locale: "en",
      emailEncrypted: await encryptField(email, "staff.email"),
      emailHash: await hashField(email),
    })
    .returning();
  if (!row) throw new Error("staff not stored");
  return contextOf({ kind: "staff", staffId: row.id, role, name, locale: "en", via: "session" });
}

/** A stored customer and the context in which they act. */
export async function customerOf(
  values: { name?: string; tier?: CustomerTier; locale?: string } = {},
): Promise<ServiceContext<CustomerActor>> {
  const [row] = await db()
    .insert(customers)
    .values({ locale: "en", ...values })
    .returning();
  if (!row) throw new Error("customer not stored");
  return contextOf({ kind: "customer", customerId: row.id });
}

/** Gives a stored customer an identity on a channel, proven at `verifiedAt`, or only claimed when that is null. */
export async function identify(
  customer: ServiceContext<CustomerActor>,
  channel: "email" | "phone" | "account",
  externalId: string,
  verifiedAt: Date | null = NOW,
): Promise<void> {
  await db()
    .insert(customerIdentities)
    .values({
      customerId: customer.actor.customerId,
      channel,
      externalIdEncrypted: await encryptField(externalId, "customer_identities.external_id"),
      externalIdHash: await hashField(externalId),
      verifiedAt,
    });
}

/** A stored customer who can be reached by e-mail. */
export async function customerReachedAt(email: string): Promise<ServiceContext<CustomerActor>> {
  const customer = await customerOf();
  await identify(customer, "email", email, null);
  return customer;
}

/** The inboxes every conversation needs. */
export async function installInboxes(): Promise<void> {
  if ((await db().$count(inboxes)) > 0) return;
  await db()
    .insert(inboxes)
    .values([
      { channel: "web", name: "Web" },
      { channel: "api", name: "API" },
    ]);
}

/** A skill group to transfer to. */
export async function skillGroup(name = "After-sales"): Promise<string> {
  const [row] = await db()
    .insert(skillGroups)
    .values({ name: { en: name, zh: name } })
    .returning();
  if (!row) throw new Error("group not stored");
  return row.id;
}
