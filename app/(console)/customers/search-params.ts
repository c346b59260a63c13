import { CUSTOMER_TIERS, type CustomerTier } from "@/lib/contracts/customers";

export type RawParams = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() || undefined;

/** What the address of the customer list asks for; anything unknown counts as absent. */
export function customerListParams(params: RawParams): { search?: string; tier?: CustomerTier } {
  const tier = first(params.tier);
  return { search: first(params.search)?.slice(0, 200), tier: CUSTOMER_TIERS.find((known) => known === tier) };
}
