"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";

/** Panels of which one shows; arrows move between the tabs. Console only. */
export const Tabs = Primitive.Root;

/** The row of tabs. */
export function TabsList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return <Primitive.List {...props} className={cn("flex gap-4 overflow-x-auto border-line border-b", className)} />;
}

/** One tab; the chosen one is heavier and underlined in the accent. */
export function TabsTrigger({ className, ...props }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      {...props}
      className={cn(
        "-mb-px h-9 whitespace-nowrap border-transparent border-b-2 text-13 text-muted hover:text-text forced-colors:border-[Canvas] data-[state=active]:border-accent forced-colors:data-[state=active]:border-[Highlight] data-[state=active]:font-semibold data-[state=active]:text-text pointer-coarse:h-11",
        className,
      )}
    />
  );
}

/** The panel of a tab. */
export function TabsContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content {...props} className={cn("pt-4", className)} />;
}
