import { asc, eq, sql } from "drizzle-orm";
import { customerIdentities } from "@/db/schema";
import { maskEmail } from "@/lib/contact";
import type { CustomerCard, IdentityChannel } from "@/lib/contracts/customers";
import { decryptField } from "@/lib/crypto";
import { maskPhone } from "@/lib/format";
import { requirePermission, type ServiceContext } from "@/server/context";
import { notFound } from "@/server/errors";
import { countedOrder, lifetimeOf } from "./customer-money";

type Head = Omit<CustomerCard, "contacts">;

const MASKS: Record<IdentityChannel, ((address: string) => string) | null> = {
  email: maskEmail,
  phone: maskPhone,
  account: (address) => `${address.slice(0, 3)}***`,
  web: null,
};

async function maskedContacts(ctx: ServiceContext, customerId: string): Promise<CustomerCard["contacts"]> {
  const rows = await ctx.db
    .select({
      channel: customerIdentities.channel,
      sealed: customerIdentities.externalIdEncrypted,
      verifiedAt: customerIdentities.verifiedAt,
    })
    .from(customerIdentities)
    .where(eq(customerIdentities.customerId, customerId))
    .orderBy(asc(customerIdentities.createdAt), asc(customerIdentities.id));
  const shown = await Promise.all(
    rows.map(async ({ channel, sealed, verifiedAt }) => {
      const mask = MASKS[channel];
      if (!mask) return [];
      const address = await decryptField(sealed, "customer_identities.external_id");
      return [{ channel, masked: mask(address), verified: verifiedAt !== null }];
    }),
  );
  return shown.flat();
}

/**
 * A customer's card for staff: name, level, worth, last purchase, masked addresses, language and time zone.
 * @throws ServiceError not_found `customer_not_found`.
 */
export async function getCustomer({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { customerId: string };
}): Promise<CustomerCard> {
  requirePermission(ctx, "customers:read");
  const { rows } = await ctx.db.execute<Head>(sql`
    select cu.id, cu.name, cu.number, cu.tier, cu.locale, cu.time_zone as "timeZone", cu.attributes,
      to_json(cu.created_at) #>> '{}' as "memberSince", ${lifetimeOf} as lifetime,
      (select count(*)::int from orders o where o.customer_id = cu.id) as "orderCount",
      (select jsonb_build_object('number', o.number, 'totalMinor', o.total_minor, 'currency', o.currency,
        'placedAt', o.placed_at) from orders o where o.customer_id = cu.id and ${countedOrder}
        order by o.placed_at desc limit 1) as "lastPurchase"
    from customers cu where cu.id = ${input.customerId}`);
  const [head] = rows;
  if (!head) throw notFound("customer_not_found");
  return { ...head, contacts: await maskedContacts(ctx, head.id) };
}
