const STATES = ["yes", "no", "sent"] as const;

/** How far a reader has come with voting: helped, did not help (why is asked), or said why. */
export type VoteState = (typeof STATES)[number];

/** The state a page's address names, if any. */
export function articleVoteState(value: string | string[] | undefined): VoteState | null {
  return STATES.find((state) => state === value) ?? null;
}
