type ArticleListProps = {
  articles: readonly { slug: string; locale: string; title: string; excerpt?: string }[];
};

/** Articles as lines: the title is the link, the beginning below it. Each is marked with its own language. */
export function ArticleList({ articles }: ArticleListProps) {
  return (
    <ul className="mt-2 max-w-measure">
      {articles.map(({ slug, locale, title, excerpt }) => (
        <li key={`${locale}/${slug}`} lang={locale} className="border-line border-b">
          <a href={`/${locale}/articles/${slug}`} className="group block py-3">
            <span className="font-semibold text-16 group-hover:underline">{title}</span>
            {excerpt && <span className="mt-0.5 line-clamp-2 text-14 text-muted">{excerpt}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
