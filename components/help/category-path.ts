import type { CategoryNode } from "@/lib/contracts/knowledge";

/** The categories from the top to the one wanted, that one last; empty when the tree does not hold it. */
export function categoryPath(categories: readonly CategoryNode[], slug: string): CategoryNode[] {
  for (const category of categories) {
    if (category.slug === slug) return [category];
    const below = categoryPath(category.children, slug);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}

/** Articles of a category and of those below it. */
export function countIn(category: CategoryNode): number {
  return category.articles + category.children.reduce((sum, child) => sum + countIn(child), 0);
}
