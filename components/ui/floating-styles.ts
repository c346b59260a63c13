/** Surface of every floating layer: hairline, one shadow. */
export const floatingStyles = "z-50 border border-line bg-surface text-text shadow-floating outline-none";

/** Short entrance and exit of menus, popovers and tooltips. */
export const floatingMotion =
  "data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=open]:fade-in-0 data-[state=closed]:fade-out-0 duration-150";

/** One line of a menu or palette. */
export const itemStyles =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-chip px-2 text-13 outline-none aria-disabled:text-faint pointer-coarse:min-h-11";
