/** Questions and articles that nobody wrote: as long and as alike as a shop's, so that speeds are those of real ones. */
const THINGS =
  "order parcel refund return invoice card gift coupon points member price delivery address phone e-mail account password code camera watch router tablet speaker robot charger battery screen strap firmware update box store pickup warranty repair serial number trade-in discount subscription plan fee tax customs voucher receipt courier warehouse size colour".split(
    " ",
  );
const ASKED = ["How do I", "Can I", "When can I", "Why can't I", "Where do I", "What does it cost to"];
const DONE = "change cancel find replace track combine extend pause share download print verify lock reset".split(" ");
const WHEN = ["after a week", "from abroad", "without a receipt", "on a weekend", "as a guest", "before it ships"];

/** The same sequence of numbers in [0, below) every time: a linear congruential generator (Numerical Recipes). */
export function steadyNumbers(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** A question about two things; two drawn alike differ by their number. */
export function syntheticQuestion(draw: (below: number) => number, number: number): string {
  const one = <Item>(items: readonly Item[]) => items[draw(items.length)] as Item;
  return `${one(ASKED)} ${one(DONE)} my ${one(THINGS)} ${one(THINGS)} ${one(WHEN)} with model ${number % 97}?`;
}

/** What a customer would write for it: words left out, a slip. */
export function asSomebodyAsks(question: string, draw: (below: number) => number): string {
  const words = question.replace("?", "").split(" ");
  words.splice(draw(3), 1);
  const slipped = draw(words.length);
  words[slipped] = (words[slipped] ?? "").replace(/(.)(.)$/, "$2$1");
  return words.join(" ").toLowerCase();
}
