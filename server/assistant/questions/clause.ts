/** What a clause does. A `tag` ("可以吗", "is that ok") asks about what was said just before. */
export type ClauseKind = "asks" | "requests" | "tag" | "courtesy" | "number" | "tells";

/** How a clause is parted from the one before: by a list number, the end of a sentence, a comma, or a word like "also". */
export type Break = "start" | "item" | "sentence" | "comma" | "word";

/** A piece of a message, `[start, end)`, without the marks and joining words around it. */
export type Clause = { text: string; start: number; end: number; after: Break; kind: ClauseKind };

/** The words of one language. */
export type Language = {
  /** Joining words at the head of a clause: "另外", "also". They say that something new begins. */
  joining: RegExp;
  /** Joining words inside a clause, where it is cut when both sides ask. */
  inside: RegExp;
  /** Clauses that say themselves that they wish for something more: "I also need", "还想". */
  further: RegExp;
  /** What is told of a record that is a matter by itself, beside a further wish: something is wrong with it. */
  trouble: RegExp;
  /** Requests that say what is wanted without asking anybody to do it: "I want a card". */
  wish: RegExp;
  kindOf: (clause: string) => ClauseKind;
  /** Whether a question asks about what was said before it and names nothing itself: "How do I do that?", "怎么弄". */
  leans: (question: string) => boolean;
  /**
   * A question made whole with what it shares with the one before; itself when nothing is missing, or when it is not plain
   * what: customers read it. `isNew`: it says itself that it is another one.
   */
  complete: (question: string, before: string, isNew: boolean) => string;
};
