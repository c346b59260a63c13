"use client";

import { Popover as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";
import { floatingMotion, floatingStyles } from "./floating-styles";

export interface PopoverProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger: ReactNode;
  /** Accessible name of the layer. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  className?: string;
  children: ReactNode;
}

/** A small layer opened by a press, closed by Esc or a press outside; it scrolls where the window is low. Console only. */
export function Popover({ trigger, label, align = "start", side, className, children, ...state }: PopoverProps) {
  return (
    <Primitive.Root {...state}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            floatingStyles,
            floatingMotion,
            "max-h-(--radix-popover-content-available-height) max-w-[min(360px,92vw)] overflow-y-auto rounded-panel p-3 text-13",
            className,
          )}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
