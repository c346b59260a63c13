"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";
import { floatingMotion } from "./floating-styles";

export interface TooltipProps {
  content: ReactNode;
  shortcut?: string;
  side?: "top" | "right" | "bottom" | "left";
  /** The element it explains; must already have an accessible name. */
  children: ReactNode;
}

/** A word on hover and focus; never the only place for information. Console only. */
export function Tooltip({ content, shortcut, side, children }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={400}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className={cn(
              "z-50 flex items-center gap-2 rounded-control border border-transparent bg-text px-2 py-1 text-12 text-bg",
              floatingMotion,
            )}
          >
            {content}
            {shortcut ? <kbd className="font-mono">{shortcut}</kbd> : null}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
