import { cx } from "class-variance-authority";
import type { ComponentProps } from "react";

/** A plain table; `components/shared/data-table` adds sorting, loading more and the phone layout. */
export function Table({ className, ...props }: ComponentProps<"table">) {
  return <table {...props} className={cx("w-full border-collapse text-left text-13", className)} />;
}

/** A head cell; stays visible while the body scrolls. */
export function TableHead({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...props}
      className={cx(
        "sticky top-0 z-10 h-8 whitespace-nowrap border-line border-b bg-bg px-2 font-normal text-12 text-muted",
        className,
      )}
    />
  );
}

/** A row of 36 px. */
export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr {...props} className={cx("h-9 border-line border-b hover:bg-hover", className)} />;
}

/** A body cell; `numeric` aligns figures right. */
export function TableCell({ numeric, className, ...props }: ComponentProps<"td"> & { numeric?: boolean }) {
  return <td {...props} className={cx("px-2 py-1", numeric && "text-right tabular-nums", className)} />;
}
