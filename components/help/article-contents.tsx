import type { SectionHeading } from "@/lib/text/article-sections";

type ArticleContentsProps = { label: string; lang: string; headings: readonly SectionHeading[] };

/** An article's headings as links; deeper ones stand further in. */
export function ArticleContents({ label, lang, headings }: ArticleContentsProps) {
  return (
    <ol aria-label={label} lang={lang} className="pb-2 text-14">
      {headings.map(({ id, title, level }) => (
        <li key={id} className={level > 2 ? "pl-4" : ""}>
          <a href={`#${id}`} className="block py-1.5 text-muted hover:text-text hover:underline">
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}
