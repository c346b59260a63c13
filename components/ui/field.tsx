import { cx } from "class-variance-authority";
import { type ReactNode, useId } from "react";
import { Label } from "./label";

/** Attributes a field hands to its control. */
export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  required: boolean;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** Stands under the control and stays until the mistake is gone. */
  error?: ReactNode;
  required?: boolean;
  /** Word after the label of a field that may stay empty. */
  optionalLabel?: string;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** Label, control, hint and error, tied together for assistive technology. Works without JavaScript. */
export function Field({ label, hint, error, required = false, optionalLabel, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <Label htmlFor={id}>
        {label}
        {!required && optionalLabel !== undefined && <span className="font-normal text-faint"> {optionalLabel}</span>}
      </Label>
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined, required })}
      {error ? (
        <p id={errorId} className="text-13 text-danger">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} className="text-12 text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
