"use client";

import type { LucideIcon } from "lucide-react";
import { Button, type ButtonProps } from "./button";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label" | "shape"> {
  icon: LucideIcon;
  /** Accessible name and tooltip. */
  label: string;
  /** Key shown in the tooltip. */
  shortcut?: string;
}

/** An icon alone, with its label as name and tooltip. Console only. */
export function IconButton({ icon: Icon, label, shortcut, variant = "quiet", ...props }: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <Button {...props} variant={variant} shape="icon" aria-label={label} aria-keyshortcuts={shortcut}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </Button>
    </Tooltip>
  );
}
