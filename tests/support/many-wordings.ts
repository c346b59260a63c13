const NEEDS: Readonly<Record<string, readonly string[]>> = {
  refund: ["get my money back", "be refunded", "return the lamp for a refund", "have the price paid back"],
  delivery: ["follow my parcel", "see where the parcel is", "get the parcel sooner", "have it sent elsewhere"],
  password: ["sign in again", "set a new password", "reach my account", "change what I sign in with"],
};
const OPENERS = [
  "How do I",
  "How can I",
  "I want to",
  "I need to",
  "Please let me",
  "Is it possible to",
  "Where do I",
  "May I",
];

/** Three labels with so many wordings each that a second opinion is worth training. */
export const MANY_WORDINGS: readonly { label: string; texts: readonly string[] }[] = Object.entries(NEEDS).map(
  ([label, needs]) => ({ label, texts: needs.flatMap((need) => OPENERS.map((opener) => `${opener} ${need}?`)) }),
);
