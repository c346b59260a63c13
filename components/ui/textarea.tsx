import type { ComponentProps } from "react";
import { type ControlSize, controlStyles } from "./control-styles";

export interface TextareaProps extends ComponentProps<"textarea"> {
  controlSize?: ControlSize;
}

/** A field of several lines; grows with its text where the browser can (`field-sizing`). */
export function Textarea({ controlSize, className, rows = 4, style, ...props }: TextareaProps) {
  const styles = controlStyles({ controlSize, lines: "many", className });
  return (
    <textarea
      rows={rows}
      {...props}
      style={{ minHeight: `calc(${rows}lh + 18px)`, ...style }}
      className={`field-sizing-content resize-y ${styles}`}
    />
  );
}
