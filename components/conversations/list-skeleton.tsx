import { Skeleton } from "../ui/skeleton";

const ROWS = ["a", "b", "c", "d", "e"];

/** The outline of a list on its way. */
export function ListSkeleton() {
  return (
    <div aria-hidden="true" className="fade-in animate-in delay-400 duration-150 fill-mode-backwards">
      {ROWS.map((row) => (
        <div key={row} className="flex h-15 flex-col justify-center gap-2 border-line border-b px-5">
          <Skeleton className="h-3 w-2/5" />
          <Skeleton className="h-3 w-4/5" />
        </div>
      ))}
    </div>
  );
}
