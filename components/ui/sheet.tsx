"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";
import { floatingMotion, floatingStyles } from "./floating-styles";

export interface SheetProps {
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  closeLabel: string;
  /** Edge it slides from; a phone always uses the bottom. */
  side?: "left" | "right";
  children?: ReactNode;
}

const sides = {
  left: "sm:inset-y-0 sm:left-0 sm:border-r",
  right: "sm:inset-y-0 sm:right-0 sm:border-l",
} as const;

/** A drawer of 360 px at the side, a bottom sheet on a phone. Console only. */
export function Sheet({ trigger, title, closeLabel, side = "right", children, ...state }: SheetProps) {
  return (
    <Primitive.Root {...state}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className={cn("fixed inset-0 z-40 bg-[rgba(0,0,0,0.32)]", floatingMotion)} />
        <Primitive.Content
          aria-describedby={undefined}
          className={cn(
            floatingStyles,
            floatingMotion,
            "fixed flex flex-col border-0",
            "max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[85dvh] max-sm:rounded-t-panel max-sm:border-t max-sm:pb-[env(safe-area-inset-bottom)]",
            "sm:w-[min(360px,100vw)]",
            sides[side],
          )}
        >
          <header className="flex h-12 shrink-0 items-center justify-between border-line border-b px-4">
            <Primitive.Title className="font-semibold text-14">{title}</Primitive.Title>
            <Primitive.Close
              aria-label={closeLabel}
              className="-mr-2 grid size-8 place-items-center rounded-control text-muted hover:bg-hover pointer-coarse:size-11"
            >
              <X size={16} strokeWidth={1.75} aria-hidden />
            </Primitive.Close>
          </header>
          <div className="grow overflow-y-auto">{children}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
