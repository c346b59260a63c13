import { cx } from "class-variance-authority";
import { ArrowDown, ArrowUp, CornerDownRight, CornerLeftUp, MoreHorizontal, Pencil, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import type { CategoryNode } from "@/lib/contracts/knowledge";
import { isImeKey } from "../shared/ime";
import { DropdownMenu, DropdownMenuItem, DropdownMenuSeparator } from "../ui/dropdown-menu";
import { IconButton } from "../ui/icon-button";
import type { CategoryDraft } from "./category-dialog";
import type { CategoryMove } from "./category-moves";
import type { CategoryOrder } from "./use-category-order";

export interface CategoryRowProps {
  node: CategoryNode;
  href: string;
  selected: boolean;
  /** Absent for those who only read. */
  order?: CategoryOrder;
  onEdit: (draft: CategoryDraft) => void;
}

const KEYS: Record<string, CategoryMove> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "into", ArrowLeft: "out" };
const ICONS = { up: ArrowUp, down: ArrowDown, into: CornerDownRight, out: CornerLeftUp };
const SHORTCUTS = { up: "Alt ↑", down: "Alt ↓", into: "Alt →", out: "Alt ←" };
const MOVES = ["up", "down", "into", "out"] as const;

/** One category: a link to its articles, and for editors a menu. */
export function CategoryRow({ node, href, selected, order, onEdit }: CategoryRowProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.altKey && !isImeKey(event.nativeEvent) ? KEYS[event.key] : undefined;
    if (!move || !order) return;
    event.preventDefault();
    order.move(node, move);
  };
  return (
    <div
      className={cx(
        "group flex items-center rounded-control",
        selected ? "bg-accent-soft shadow-[inset_2px_0_var(--accent)]" : "hover:bg-hover",
      )}
    >
      <Link
        href={href}
        aria-current={selected ? "page" : undefined}
        onKeyDown={onKeyDown}
        className={cx(
          "flex min-h-8 min-w-0 grow items-center px-2 pointer-coarse:min-h-11",
          selected && "font-semibold",
        )}
      >
        <span className="truncate">{node.name}</span>
      </Link>
      {order && <CategoryMenu node={node} order={order} onEdit={onEdit} />}
      <span className="w-8 shrink-0 pr-2 text-right text-12 text-muted tabular-nums">{node.articles}</span>
    </div>
  );
}

type CategoryMenuProps = { node: CategoryNode; order: CategoryOrder; onEdit: CategoryRowProps["onEdit"] };

function CategoryMenu({ node, order, onEdit }: CategoryMenuProps) {
  const t = useTranslations("knowledge.category");
  const possible = order.movesOf(node);
  return (
    <DropdownMenu
      trigger={
        <IconButton
          icon={MoreHorizontal}
          size={28}
          label={t("actions", { name: node.name })}
          className="opacity-0 focus-visible:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
        />
      }
    >
      {MOVES.filter((move) => possible[move]).map((move) => (
        <DropdownMenuItem
          key={move}
          icon={ICONS[move]}
          shortcut={SHORTCUTS[move]}
          onSelect={() => order.move(node, move)}
        >
          {t(`move.${move}`)}
        </DropdownMenuItem>
      ))}
      <DropdownMenuSeparator />
      <DropdownMenuItem icon={Pencil} onSelect={() => onEdit(node)}>
        {t("rename")}
      </DropdownMenuItem>
      <DropdownMenuItem icon={Plus} onSelect={() => onEdit({ parentId: node.id })}>
        {t("newBelow")}
      </DropdownMenuItem>
    </DropdownMenu>
  );
}
