const MINIMUM_PICKUPS = 5;

/** A range of seconds, low and high; null where too little is known to say anything. */
export type WaitRange = { low: number; high: number } | null;

/**
 * How long someone at a place in the queue will wait, from the gaps between recent pick-ups: the median gap times the
 * place, halved and doubled by the spread between the quartiles.
 * @param pickups instants (ms) of recent pick-ups, any order. @param position 1 = next.
 * @returns null with fewer than five pick-ups or nobody online.
 */
export function estimateWait(pickups: readonly number[], position: number, agentsOnline: number): WaitRange {
  if (agentsOnline === 0 || pickups.length < MINIMUM_PICKUPS) return null;
  const sorted = [...pickups].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((at, index) => (at - (sorted[index] ?? at)) / 1000);
  const ranked = gaps.sort((a, b) => a - b);
  const quantile = (share: number) => ranked[Math.floor((ranked.length - 1) * share)] ?? 0;
  return { low: Math.round(quantile(0.25) * position), high: Math.max(1, Math.round(quantile(0.75) * position)) };
}
