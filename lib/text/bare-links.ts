/** A node of a Markdown tree, as far as links need it. */
export type MarkdownNode = { type: string; url?: string; value?: string; children?: MarkdownNode[] };

const STOP = /[“”‘’「」『』《》（）【】，。；：！？、]/u;

function plain(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** The place in an address typed as it is where the sentence goes on; -1 for a link with words of its own. */
function endOfAddress({ type, url = "", children }: MarkdownNode): number {
  const shown = children?.length === 1 ? (children[0]?.value ?? "") : "";
  if (type !== "link" || shown === "" || !plain(url).endsWith(shown)) return -1;
  return shown.search(STOP);
}

function cut(node: MarkdownNode): MarkdownNode[] {
  const at = endOfAddress(node);
  const shown = node.children?.[0]?.value ?? "";
  if (at <= 0) return [node];
  const before = plain(node.url ?? "").slice(0, -shown.length);
  const text = shown.slice(0, at);
  return [
    { ...node, url: before + text, children: [{ type: "text", value: text }] },
    { type: "text", value: shown.slice(at) },
  ];
}

/**
 * Ends bare addresses where Chinese punctuation begins: "打开 http://a.test。" links to http://a.test. GFM knows only
 * Latin punctuation. A remark plugin.
 */
export function bareLinks() {
  return (tree: MarkdownNode): void => {
    const walk = (node: MarkdownNode): void => {
      if (!node.children) return;
      node.children.forEach(walk);
      node.children = node.children.flatMap(cut);
    };
    walk(tree);
  };
}
