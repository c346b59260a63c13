"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";
import { floatingMotion, floatingStyles } from "./floating-styles";

export interface DialogProps {
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  /** Buttons at the foot, the primary one last. */
  footer?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** A modal question or short form; keeps focus inside, gives it back, closes on Esc. Console only. */
export function Dialog({
  trigger,
  title,
  description,
  closeLabel,
  footer,
  className,
  children,
  ...state
}: DialogProps) {
  return (
    <Primitive.Root {...state}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className={cn("fixed inset-0 z-40 bg-[rgba(0,0,0,0.32)]", floatingMotion)} />
        <Primitive.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(
            floatingStyles,
            floatingMotion,
            "-translate-x-1/2 fixed top-[12vh] left-1/2 flex max-h-[76dvh] w-[min(480px,calc(100vw-32px))] flex-col rounded-panel",
            className,
          )}
        >
          <header className="flex items-start gap-4 p-4 pb-2">
            <div className="grow">
              <Primitive.Title className="font-semibold text-16">{title}</Primitive.Title>
              {description ? (
                <Primitive.Description className="mt-1 text-13 text-muted">{description}</Primitive.Description>
              ) : null}
            </div>
            <Primitive.Close
              aria-label={closeLabel}
              className="-m-1 grid size-8 place-items-center rounded-control text-muted hover:bg-hover pointer-coarse:size-11"
            >
              <X size={16} strokeWidth={1.75} aria-hidden />
            </Primitive.Close>
          </header>
          <div className="overflow-y-auto px-4 pt-2 pb-4">{children}</div>
          {footer ? <footer className="flex justify-end gap-2 border-line border-t px-4 py-3">{footer}</footer> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
