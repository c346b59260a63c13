/** Something said earlier; `article` is the title of the article it was answered with. */
export type EarlierTurn = { by: "customer" | "assistant" | "agent"; text: string; article?: string | null };

/** What was taken over from an earlier turn; `fromTurn` counts from the oldest given. */
export type Carried = { kind: "topic" | "entity" | "condition"; text: string; fromTurn: number };

/**
 * A message as a question that stands by itself, and what that took. Nothing carried: the message as it was.
 * `bare`: nothing in it points or goes on, it only names nothing of its own, as far as words alone can tell.
 */
export type Standalone = { text: string; carried: Carried[]; bare?: true };

/**
 * `about` is the subject that is talked about, named by the message itself or carried; null when there is none.
 * `goingOn`: its other reading, the last question with the message behind it; absent where there is none.
 */
export type FollowUp = Standalone & { about: string | null; goingOn?: string };

/** A turn that is still remembered, with its place among all. */
export type KeptTurn = EarlierTurn & { at: number };
