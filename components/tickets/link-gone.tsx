import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/shared/empty-state";
import type { Locale } from "@/lib/i18n";

/** What a progress or rating link that leads nowhere says, and the way on. */
export async function LinkGone({ locale, about }: { locale: Locale; about: "progress" | "rate" }) {
  const t = await getTranslations({ locale, namespace: "tickets" });
  const [href, label] =
    about === "progress" ? [`/${locale}/requests`, t("mine.title")] : [`/${locale}`, t("rate.home")];
  return (
    <div className="py-8">
      <EmptyState
        flush
        page
        title={t(`${about}.gone`)}
        body={t(`${about}.goneHint`)}
        action={
          <a href={href} className="text-14 text-accent underline">
            {label}
          </a>
        }
      />
    </div>
  );
}
