"use client";

import type { LucideIcon } from "lucide-react";
import { DropdownMenu as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/utils";
import { floatingMotion, floatingStyles, itemStyles } from "./floating-styles";
import { Kbd } from "./kbd";

const highlighted = "data-[highlighted]:bg-hover forced-colors:data-[highlighted]:outline";

export interface DropdownMenuProps {
  trigger: ReactNode;
  /** Set together when something else than the trigger opens it as well. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  children: ReactNode;
}

/** A menu of actions; arrows move, letters jump, Esc closes and gives focus back. Console only. */
export function DropdownMenu({ trigger, align = "start", side, children, ...state }: DropdownMenuProps) {
  return (
    <Primitive.Root {...state}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(floatingStyles, floatingMotion, "min-w-44 rounded-panel p-1")}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export interface DropdownMenuItemProps extends ComponentProps<typeof Primitive.Item> {
  icon?: LucideIcon;
  shortcut?: string;
  tone?: "plain" | "danger";
}

/** One action of a menu. */
export function DropdownMenuItem({ icon: Icon, shortcut, tone, className, children, ...props }: DropdownMenuItemProps) {
  return (
    <Primitive.Item {...props} className={cn(itemStyles, highlighted, tone === "danger" && "text-danger", className)}>
      {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : null}
      <span className="grow">{children}</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </Primitive.Item>
  );
}

/** A hairline between groups. */
export function DropdownMenuSeparator() {
  return <Primitive.Separator className="my-1 h-px bg-line" />;
}
