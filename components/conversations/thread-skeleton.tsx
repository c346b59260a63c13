import { Skeleton } from "../ui/skeleton";

/** The outline of a conversation on its way; it shows itself only when it takes long. */
export function ThreadSkeleton() {
  return (
    <div aria-hidden="true" className="fade-in animate-in p-4 delay-400 duration-150 fill-mode-backwards">
      <Skeleton className="mb-8 h-5 w-48" />
      <div className="mx-auto flex max-w-[760px] flex-col gap-4">
        <Skeleton className="h-10 w-1/2" />
        <Skeleton className="h-20 w-full" />
        <Skeleton className="ml-auto h-10 w-2/5" />
      </div>
    </div>
  );
}
