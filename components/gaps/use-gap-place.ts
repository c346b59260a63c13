"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** Which suggestion is open. It lives in the address, so back, reload and a sent link all work. */
export type GapPlace = {
  gapId: string | null;
  /** The one the address names already. What is rendered follows a moment later, and keys come faster than that. */
  addressed: () => string | null;
  hrefOf: (gapId: string) => string;
  open: (gapId: string | null) => void;
};

/** Reads and moves the address without asking the server for a page. */
export function useGapPlace(): GapPlace {
  const [path, params] = [usePathname(), useSearchParams()];
  const hrefOf = (gapId: string | null) => {
    const next = new URLSearchParams(params);
    if (gapId) next.set("gap", gapId);
    else next.delete("gap");
    return next.size > 0 ? `${path}?${next}` : path;
  };
  return {
    gapId: params.get("gap"),
    addressed: () => new URLSearchParams(window.location.search).get("gap"),
    hrefOf,
    open: (gapId) => window.history.pushState(null, "", hrefOf(gapId)),
  };
}
