"use client";

import { cx } from "class-variance-authority";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** One destination of a navigation. */
export interface NavItem {
  href: string;
  label: string;
  /** Other places that belong to it. */
  also?: readonly string[];
  /** 20-px icon; an element, so that server components can pass it. */
  icon?: ReactNode;
  /** How many wait there; a pill that is not drawn while it is empty. */
  count?: ReactNode;
}

const variants = {
  rail: {
    base: "relative grid size-10 place-items-center rounded-control hover:bg-hover hover:text-text pointer-coarse:size-11",
    active: "bg-accent-soft text-text before:absolute before:-left-2 before:inset-y-1 before:w-0.5 before:bg-accent",
  },
  bottom: {
    base: "relative flex min-h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-12",
    active: "font-semibold text-text before:absolute before:inset-x-4 before:top-0 before:h-0.5 before:bg-accent",
  },
  section: {
    base: "relative flex min-h-8 items-center rounded-control px-3 text-13 hover:bg-hover hover:text-text pointer-coarse:min-h-11",
    active:
      "bg-accent-soft font-semibold text-text before:absolute before:left-0 before:inset-y-1 before:w-0.5 before:bg-accent",
  },
  menu: {
    base: "flex min-h-11 items-center gap-2 rounded-control px-2 text-13 !text-text hover:bg-hover [&_svg]:size-4",
    active: "bg-accent-soft font-semibold",
  },
} as const;

const countStyle =
  "grid h-4 min-w-4 empty:hidden place-items-center rounded-full bg-accent px-1 font-semibold text-12 text-on-accent tabular-nums leading-none";
const countPlaces = {
  rail: "absolute -top-0.5 -right-0.5",
  bottom: "absolute top-1 left-1/2 ml-2",
  section: "ml-auto",
  menu: "ml-auto",
} as const;

export interface NavLinkProps {
  item: NavItem;
  variant: keyof typeof variants;
}

/** A link that knows whether its page is open: accent bar, `aria-current`. */
export function NavLink({ item, variant }: NavLinkProps) {
  const pathname = usePathname() ?? "";
  const active = [item.href, ...(item.also ?? [])].some(
    (place) => pathname === place || pathname.startsWith(`${place}/`),
  );
  const { base, active: activeStyle } = variants[variant];
  return (
    <Link
      href={item.href}
      aria-current={active ? "page" : undefined}
      title={variant === "rail" ? item.label : undefined}
      className={cx(base, active ? activeStyle : "text-muted")}
    >
      {variant === "section" ? null : <span aria-hidden="true">{item.icon}</span>}
      <span className={variant === "rail" ? "sr-only" : "max-w-full truncate"}>{item.label}</span>
      {item.count && <span className={cx(countStyle, countPlaces[variant])}>{item.count}</span>}
    </Link>
  );
}
