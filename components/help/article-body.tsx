import type { ReactElement } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import type { Locale } from "@/lib/i18n";
import { cutIntoSections, frameTables, type HtmlNode, type SectionHeading } from "@/lib/text/article-sections";
import { bareLinks } from "@/lib/text/bare-links";
import { boundNesting } from "@/lib/text/bound-nesting";
import { articlesIn, isAllowedImage, resolveLink } from "@/lib/text/markdown-targets";

const schema = {
  ...defaultSchema,
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto", "tel", "article"] },
};

/** What an article's Markdown becomes on the page. */
export type ArticleBody = { content: ReactElement; headings: SectionHeading[] };

function componentsFor(locale: Locale): Components {
  return {
    a({ href, children }) {
      const target = resolveLink(href ?? "", articlesIn(locale));
      if (!target) return <span>{children}</span>;
      return (
        <a href={target.href} rel={target.outside ? "noopener noreferrer" : undefined}>
          {children}
        </a>
      );
    },
  };
}

/** An article's Markdown as sanitised elements with anchored sections, rendered anew; also what an editor sees beside it. */
export function renderBody(body: string, locale: Locale, tableLabel: string): ArticleBody {
  const headings: SectionHeading[] = [];
  const shape = () => (tree: HtmlNode) => {
    frameTables(tree, tableLabel);
    headings.push(...cutIntoSections(tree));
  };
  const content = ReactMarkdown({
    children: boundNesting(body),
    remarkPlugins: [remarkGfm, bareLinks],
    rehypePlugins: [[rehypeSanitize, schema], shape],
    urlTransform: (url) => url,
    allowElement: ({ tagName, properties }) => tagName !== "img" || isAllowedImage(String(properties.src ?? ""), []),
    components: componentsFor(locale),
  });
  return { content, headings };
}

const KEPT = 200;
const rendered = new Map<string, ArticleBody>();

/**
 * An article's Markdown as sanitised elements with anchored sections. A version never changes, so what was rendered is
 * kept under its id; the least recently read ones are forgotten.
 */
export function articleBody(
  article: { versionId: string; body: string; locale: Locale },
  tableLabel: string,
): ArticleBody {
  const known = rendered.get(article.versionId) ?? renderBody(article.body, article.locale, tableLabel);
  rendered.delete(article.versionId);
  rendered.set(article.versionId, known);
  const [oldest] = rendered.keys();
  if (rendered.size > KEPT && oldest) rendered.delete(oldest);
  return known;
}
