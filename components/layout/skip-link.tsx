/** First stop of the keyboard: jumps over the navigation to `#content`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:border focus:border-edge focus:bg-surface focus:px-3 focus:py-2 focus:text-13"
    >
      {label}
    </a>
  );
}
