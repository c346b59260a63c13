type Row = { id: string };

/** A list as it stands on screen, and how many rows wait behind the "3 new" bar. */
export type Arrangement<Item extends Row> = {
  rows: { item: Item; gone: boolean }[];
  arrivals: number;
};

/**
 * What a list shows when fresh data meets what is on screen. While it is held (pointer over it, focus in it) nothing
 * moves: rows keep their places and only change what they say, those that left stay where they were as `gone`, and new
 * ones wait. Otherwise the list is simply the fresh data.
 * @param shown what is on screen, in order. @param fresh the server's list, in order.
 */
export function arrangeRows<Item extends Row>(
  shown: readonly Item[],
  fresh: readonly Item[],
  held: boolean,
): Arrangement<Item> {
  if (!held || shown.length === 0) return { rows: fresh.map((item) => ({ item, gone: false })), arrivals: 0 };
  const byId = new Map(fresh.map((item) => [item.id, item]));
  const known = new Set(shown.map((item) => item.id));
  return {
    rows: shown.map((item) => ({ item: byId.get(item.id) ?? item, gone: !byId.has(item.id) })),
    arrivals: fresh.filter((item) => !known.has(item.id)).length,
  };
}
