import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "../shared/empty-state";
import { buttonStyles } from "../ui/button";
import type { GapListFilters } from "./gap-types";

/** No suggestion in this state, and where they come from. */
export function GapEmpty({ state }: { state: GapListFilters["state"] }) {
  const t = useTranslations("gaps.empty");
  return (
    <EmptyState
      className="md:px-6 max-md:px-4"
      title={t(state)}
      body={t(`${state}Hint`)}
      action={
        <Link href="/knowledge" className={buttonStyles({})}>
          {t("articles")}
        </Link>
      }
    />
  );
}
