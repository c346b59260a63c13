const OPEN_MS = 30 * 24 * 60 * 60 * 1000;

/** Why a resolution cannot be rated by its link any more; null when it can. */
export function mayRate(
  resolution: { at: Date; returnedAt: Date | null },
  now: Date,
): "not_resolved" | "rating_closed" | null {
  if (resolution.returnedAt) return "not_resolved";
  return now.getTime() - resolution.at.getTime() > OPEN_MS ? "rating_closed" : null;
}
