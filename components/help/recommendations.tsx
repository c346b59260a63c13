import { getTranslations } from "next-intl/server";
import type { Recommendation } from "@/lib/contracts/recommendations";
import type { Locale } from "@/lib/i18n";

type RecommendationsProps = { locale: Locale; recommendations: readonly Recommendation[] };

/** What may help this visitor next, each with its reason; nothing when there is nothing. */
export async function Recommendations({ locale, recommendations }: RecommendationsProps) {
  if (recommendations.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "recommendations" });
  return (
    <section aria-labelledby="for-you" className="mt-10 border-line border-t pt-6">
      <h2 id="for-you" className="font-semibold text-20">
        {t("title")}
      </h2>
      <ul className="mt-2 grid gap-x-10 sm:grid-cols-3">
        {recommendations.map(({ title, url, reason }) => (
          <li key={title} className="py-2">
            {url === null ? (
              <span className="font-semibold text-16">{title}</span>
            ) : (
              <a href={url} className="font-semibold text-16 text-accent hover:underline">
                {title}
              </a>
            )}
            <p className="mt-0.5 text-13 text-muted">{reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
