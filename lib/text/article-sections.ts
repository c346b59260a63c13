import { headingAnchor } from "./heading-anchor";

/** The part of a hast node that cutting into sections looks at. */
export type HtmlNode = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
};

/** A heading as a table of contents lists it: `level` 2 for the outermost. */
export type SectionHeading = { id: string; title: string; level: number };

const HEADING = /^h([1-6])$/;

function textOf(node: HtmlNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}

function levelOf(node: HtmlNode): number {
  return Number(HEADING.exec(node.tagName ?? "")?.[1] ?? 0);
}

/**
 * Cuts an article's tree into one flat `<section>` a heading, so that a link to a heading can mark its whole passage.
 * Ids follow `headingAnchor`; a repeated heading gets -2, -3 …. Headings move down so that the page's title stays the
 * only h1. The tree is changed in place.
 */
export function cutIntoSections(tree: HtmlNode): SectionHeading[] {
  const headings: SectionHeading[] = [];
  const taken = new Map<string, number>();
  const lowest = Math.min(...(tree.children ?? []).map(levelOf).filter((level) => level > 0));
  const children: HtmlNode[] = [];
  for (const node of tree.children ?? []) {
    const level = levelOf(node);
    if (level === 0) {
      const section = children.at(-1);
      if (section?.tagName === "section") section.children?.push(node);
      else children.push(node);
      continue;
    }
    const title = textOf(node).trim();
    const anchor = headingAnchor(title) || "section";
    const times = (taken.get(anchor) ?? 0) + 1;
    taken.set(anchor, times);
    const id = times > 1 ? `${anchor}-${times}` : anchor;
    const shownLevel = Math.min(6, level - lowest + 2);
    headings.push({ id, title, level: shownLevel });
    node.tagName = `h${shownLevel}`;
    children.push({ type: "element", tagName: "section", properties: { id }, children: [node] });
  }
  tree.children = children;
  return headings;
}

/** Puts every table into a labelled box that scrolls by itself, also from the keyboard. The tree is changed in place. */
export function frameTables(tree: HtmlNode, label: string): void {
  tree.children = tree.children?.map((node) => {
    if (node.tagName !== "table") {
      frameTables(node, label);
      return node;
    }
    const properties = { className: ["wide"], role: "group", ariaLabel: label, tabIndex: 0 };
    return { type: "element", tagName: "div", properties, children: [node] };
  });
}
