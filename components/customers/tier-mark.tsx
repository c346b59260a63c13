import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { type CustomerTier, HIGH_TIERS } from "@/lib/contracts/customers";

/** A customer's level in words; the upper two stand out by weight and a hairline, not by colour. */
export function TierMark({ tier }: { tier: CustomerTier }) {
  const t = useTranslations("customers.tier");
  const upper = HIGH_TIERS.includes(tier);
  return (
    <Chip outlined={upper} tone={upper ? "plain" : "muted"} className={upper ? "font-semibold" : undefined}>
      {t(tier)}
    </Chip>
  );
}
