import { cx } from "class-variance-authority";
import { initials } from "@/lib/initials";

const sizes = {
  24: "size-6 text-[10px]",
  28: "size-7 text-[11px]",
  40: "size-10 text-14",
} as const;

export interface AvatarProps {
  name: string;
  size?: keyof typeof sizes;
  /** Set when the name does not stand beside it. */
  labelled?: boolean;
  className?: string;
}

/** A person's letters on the text colour; the same for everyone, no colours by name. */
export function Avatar({ name, size = 28, labelled = false, className }: AvatarProps) {
  const semantics = labelled ? { role: "img", "aria-label": name } : { "aria-hidden": true };
  return (
    <span
      {...semantics}
      className={cx(
        "inline-grid shrink-0 select-none place-items-center overflow-hidden rounded-full border border-transparent bg-text font-semibold text-bg leading-none",
        sizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
