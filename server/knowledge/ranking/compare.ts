/** Orders texts by their characters' codes, in every language alike: where scores are equal, the order is always the same. */
export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
