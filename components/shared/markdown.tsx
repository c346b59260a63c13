import { cx } from "class-variance-authority";
import ReactMarkdown, { type Components } from "react-markdown";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import { bareLinks } from "@/lib/text/bare-links";
import { boundNesting } from "@/lib/text/bound-nesting";
import { isAllowedImage, resolveLink } from "@/lib/text/markdown-targets";

const schema = {
  ...defaultSchema,
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto", "tel", "article"] },
};

export interface MarkdownProps {
  text: string;
  /** Language of the text when it differs from the page. */
  lang?: string;
  /** Hosts images may come from; paths of this site are always allowed. */
  imageHosts?: readonly string[];
  /** Where `article:slug#section` leads; without it such links stay text. */
  articleHref?: (slug: string, section?: string) => string;
  className?: string;
}

function componentsFor(articleHref: MarkdownProps["articleHref"]): Components {
  return {
    a({ href, children }) {
      const target = resolveLink(href ?? "", articleHref);
      if (!target) {
        return <span>{children}</span>;
      }
      const outside = target.outside ? { rel: "noopener noreferrer", target: "_blank" } : {};
      return (
        <a href={target.href} {...outside}>
          {children}
        </a>
      );
    },
  };
}

/** Staff's and articles' Markdown: GFM, sanitised, no raw HTML. Never for customers' words. */
export function Markdown({ text, lang, imageHosts = [], articleHref, className }: MarkdownProps) {
  return (
    <div lang={lang} className={cx("prose-zhida", className)}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, bareLinks]}
        rehypePlugins={[[rehypeSanitize, schema]]}
        // Addresses are judged by resolveLink and isAllowedImage, after sanitising.
        urlTransform={(url) => url}
        allowElement={({ tagName, properties }) =>
          tagName !== "img" || isAllowedImage(String(properties.src ?? ""), imageHosts)
        }
        components={componentsFor(articleHref)}
      >
        {boundNesting(text)}
      </ReactMarkdown>
    </div>
  );
}
