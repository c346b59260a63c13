import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";
import { type ControlSize, controlStyles } from "./control-styles";

export interface SelectProps extends Omit<ComponentProps<"select">, "children"> {
  controlSize?: ControlSize;
  options: readonly { value: string; label: string; disabled?: boolean }[];
  /** First, empty choice; cannot be picked again when the field is required. */
  placeholder?: string;
}

/** The system's own select: right on phones, in screen readers and without JavaScript. */
export function Select({ controlSize, options, placeholder, className, ...props }: SelectProps) {
  return (
    <select {...props} className={controlStyles({ controlSize, className: cx("pl-2!", className) })}>
      {placeholder !== undefined && (
        <option value="" disabled={props.required}>
          {placeholder}
        </option>
      )}
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
  );
}
