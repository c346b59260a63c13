import type { CategoryNode } from "@/lib/contracts/knowledge";

export type CategoryMove = "up" | "down" | "into" | "out";
type Place = { parentId: string | null; position: number };

/** A category with where it stands: the way down to it and its siblings. */
type Found = { siblings: readonly CategoryNode[]; index: number; parent: CategoryNode | null; above: Found | null };

function find(nodes: readonly CategoryNode[], id: string, above: Found | null = null): Found | null {
  const parent = above?.siblings[above.index] ?? null;
  for (const [index, node] of nodes.entries()) {
    const here = { siblings: nodes, index, parent, above };
    const found = node.id === id ? here : find(node.children, id, here);
    if (found) return found;
  }
  return null;
}

/** Where each possible move would put a category: among its siblings, under the one before, or beside its parent. */
export function categoryMoves(tree: readonly CategoryNode[], id: string): Partial<Record<CategoryMove, Place>> {
  const found = find(tree, id);
  if (!found) return {};
  const { siblings, index, parent, above } = found;
  const parentId = parent?.id ?? null;
  const previous = siblings[index - 1];
  return {
    ...(previous && { up: { parentId, position: index - 1 } }),
    ...(index < siblings.length - 1 && { down: { parentId, position: index + 1 } }),
    ...(previous && { into: { parentId: previous.id, position: previous.children.length } }),
    ...(above && { out: { parentId: above.parent?.id ?? null, position: above.index + 1 } }),
  };
}

/** The tree as one list with how deep each category stands, for a select. */
export function flatCategories(tree: readonly CategoryNode[], depth = 0): { node: CategoryNode; depth: number }[] {
  return tree.flatMap((node) => [{ node, depth }, ...flatCategories(node.children, depth + 1)]);
}
