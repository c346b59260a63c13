import type { Clause, Unit } from "./read-clauses";
import { type Weighed, weighClause } from "./weigh-clause";

/** What counts before and after "but", and after "the only thing is". */
const BEFORE_BUT = 0.7;
const AFTER_BUT = 1.3;
const AFTER_EXCEPT = 0.7;
/** Kind words before something that went wrong are meant the other way round; after it they are manners. */
const IRONY = -0.5;
const MANNERS = 0.5;

/** A text's words with their weights, and the sum. @param waits weight of the long waits it tells of. */
export function weighText(clauses: readonly Clause[], waits: number): { sum: number; weighed: Weighed[] } {
  const parts = clauses.map(weighClause);
  turnSides(clauses, parts);
  const weighed = withIrony(parts.flat());
  const marks = clauses.map(({ end }) => end).join("");
  const louder = 1 + 0.08 * Math.min(marks.match(/!/g)?.length ?? 0, 4);
  const sum = weighed.reduce((total, { weight }) => total + weight, 0) * louder;
  return { sum: sum + waits + impatience(marks), weighed };
}

/** Applies the turns of a text: what follows the last "but" counts more, what came before it less. */
function turnSides(clauses: readonly Clause[], parts: Weighed[][]): void {
  const turn = clauses.findLastIndex(({ units }) => units.some(({ kind }) => kind === "but"));
  const turnAt = clauses[turn]?.units.findLast(({ kind }) => kind === "but")?.at ?? 0;
  parts.forEach((part, index) => {
    const reserved = clauses[index]?.units.find(({ kind }) => kind === "except")?.at;
    for (const entry of part) {
      const before = index < turn || (index === turn && entry.unit.at < turnAt);
      if (turn >= 0) entry.weight *= before ? BEFORE_BUT : AFTER_BUT;
      if (reserved !== undefined && entry.unit.at >= reserved) entry.weight *= AFTER_EXCEPT;
    }
  });
}

const wentWrong = (unit: Unit, weight: number) => weight < -0.9 && (unit.kind === "event" || unit.kind === "feel");

function withIrony(weighed: readonly Weighed[]): Weighed[] {
  const wrong = weighed.flatMap(({ unit, weight }, index) => (wentWrong(unit, weight) ? [index] : []));
  const sincere = weighed.some(({ unit, weight }) => weight > 0 && unit.kind !== "praise");
  const [firstWrong] = wrong;
  if (firstWrong === undefined) return [...weighed];
  return weighed.map((entry, index) => {
    if (entry.unit.kind !== "praise" || entry.weight <= 0) return entry;
    const factor = index < firstWrong && !sincere ? IRONY : MANNERS;
    return { ...entry, weight: entry.weight * factor };
  });
}

/** Marks of impatience: "??", "。。。". */
function impatience(marks: string): number {
  return (/\?[?!]/.test(marks) ? -0.8 : 0) + (/。。|…|\.\.\./.test(marks) ? -0.4 : 0);
}
