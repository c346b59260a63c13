import type { Locale } from "@/lib/i18n";

type PopularQuestionsProps = {
  locale: Locale;
  label: string;
  questions: readonly { slug: string; title: string }[];
};

/** The questions editors chose to show first, on one or two lines; nothing when there are none. */
export function PopularQuestions({ locale, label, questions }: PopularQuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="popular" className="mt-6 flex flex-col gap-x-6 text-14 sm:flex-row sm:items-baseline">
      <h2 id="popular" className="shrink-0 py-2 text-muted">
        {label}
      </h2>
      <ul className="flex flex-col gap-x-6 sm:flex-row sm:flex-wrap">
        {questions.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`/${locale}/articles/${slug}`} className="block py-2 font-semibold text-accent hover:underline">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
