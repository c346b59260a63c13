import type { ComponentProps } from "react";
import { type ControlSize, controlStyles } from "./control-styles";

export interface InputProps extends ComponentProps<"input"> {
  controlSize?: ControlSize;
}

/** A one-line field; its text is 16 px on touch so that iOS does not zoom. */
export function Input({ controlSize, className, ...props }: InputProps) {
  return <input type="text" {...props} className={controlStyles({ controlSize, className })} />;
}
