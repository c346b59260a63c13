"use client";

import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/lib/utils";
import { floatingMotion, floatingStyles, itemStyles } from "./floating-styles";
import { Kbd } from "./kbd";

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  placeholder: string;
  emptyText: string;
  query?: string;
  onQueryChange?: (query: string) => void;
  /** Off when the server has already filtered. */
  shouldFilter?: boolean;
  children: ReactNode;
}

/** The ⌘K layer: one field, groups of results below. Safe while an input method composes. Console only. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange, label, placeholder, emptyText, query, onQueryChange, shouldFilter, children } = props;
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={cn("fixed inset-0 z-40 bg-[rgba(0,0,0,0.32)]", floatingMotion)} />
        <Dialog.Content
          aria-describedby={undefined}
          className={cn(
            floatingStyles,
            "-translate-x-1/2 fixed top-[12vh] left-1/2 w-[min(560px,calc(100vw-32px))] overflow-hidden rounded-panel",
          )}
        >
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <Command label={label} shouldFilter={shouldFilter} loop>
            <Command.Input
              value={query}
              onValueChange={onQueryChange}
              placeholder={placeholder}
              className="h-12 w-full border-line border-b bg-transparent px-4 text-16 outline-none placeholder:text-faint"
            />
            <Command.List className="max-h-[50dvh] overflow-y-auto p-1">
              <Command.Empty className="px-3 py-6 text-13 text-muted">{emptyText}</Command.Empty>
              {children}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** A titled group of results. */
export function CommandGroup({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Command.Group>
  );
}

export interface CommandItemProps {
  /** Unique; also what the filter searches, with `keywords`. */
  value: string;
  keywords?: string[];
  shortcut?: string;
  onSelect: () => void;
  children: ReactNode;
}

/** One result. */
export function CommandItem({ value, keywords, shortcut, onSelect, children }: CommandItemProps) {
  return (
    <Command.Item
      value={value}
      keywords={keywords}
      onSelect={onSelect}
      className={cn(itemStyles, "data-[selected=true]:bg-accent-soft forced-colors:data-[selected=true]:outline")}
    >
      <span className="min-w-0 grow truncate">{children}</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </Command.Item>
  );
}
