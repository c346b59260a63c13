import type { Clause, Unit } from "./read-clauses";

/** How many steps a word that changes others reaches ahead. */
const REACH = { negate: { han: 4, latin: 4 }, boost: { han: 2, latin: 2 } } as const;

/** A word that counts, with what it weighs where it stands. */
export type Weighed = { unit: Unit; weight: number };

const counts = ({ kind }: Unit) => kind === "feel" || kind === "event" || kind === "praise" || kind === "measure";

/**
 * What each word of a clause weighs: negation turns it (a denied praise is a complaint, a denied complaint half a praise),
 * intensity multiplies, a wish or a question takes the good of it away. Negations that meet no such word, and what should
 * be over and is not, weigh a little against.
 */
export function weighClause(clause: Clause): Weighed[] {
  const spent = new Set<Unit>();
  const weighed = clause.units.flatMap((unit, index): Weighed[] => {
    if (!counts(unit)) return [];
    const before = inReach(clause.units, index);
    const negators = before.filter(({ kind }) => kind === "negate");
    for (const negator of negators) spent.add(negator);
    const tooMuch = before.some(({ kind }) => kind === "too");
    if (unit.kind === "measure" && (!tooMuch || negators.length > 0)) return [];
    const turned = negators.length % 2 === 1 ? negated(unit.value) : unit.value;
    const weight = turned * force(clause.units, index, before) * mood(clause, unit, turned);
    return weight === 0 ? [] : [{ unit, weight }];
  });
  return [...weighed, ...leftovers(clause, spent, weighed)];
}

/** The changing words whose reach ends at or behind a word, with nothing that counts between. */
function inReach(units: readonly Unit[], index: number): Unit[] {
  const unit = units[index];
  const found: Unit[] = [];
  for (let at = index - 1; unit && at >= 0; at -= 1) {
    const other = units[at];
    if (!other || counts(other) || other.kind === "but") break;
    const reach = other.kind === "negate" ? REACH.negate : REACH.boost;
    if (unit.at - other.end <= (other.han ? reach.han : reach.latin)) found.push(other);
  }
  return found;
}

function negated(value: number): number {
  return value > 0 ? -0.7 * value - 0.4 : -0.4 * value;
}

function force(units: readonly Unit[], index: number, before: readonly Unit[]): number {
  const unit = units[index];
  const next = units[index + 1];
  const after = next?.kind === "after" && unit && next.at - unit.end <= 1 ? next.value : 1;
  const ahead = before.filter(({ kind }) => kind === "boost" || kind === "too").map(({ value }) => value);
  return [...ahead, after, unit?.shouted ? 1.3 : 1].reduce((product, factor) => product * factor, 1);
}

function mood(clause: Clause, unit: Unit, value: number): number {
  const wished = clause.units.some(({ kind, at }) => kind === "wish" && at < unit.at);
  if (wished) return value > 0 ? -0.35 : 0.6;
  if (clause.asks && value > 0 && unit.kind !== "praise") return 0.2;
  // What goes wrong is asked about here, and need not have happened.
  if (clause.enquires && unit.value < 0 && unit.kind === "event") return 0.25;
  if (clause.asks && unit.value < 0 && unit.value > -2.2) return 0.6;
  return 1;
}

function leftovers(clause: Clause, spent: ReadonlySet<Unit>, weighed: readonly Weighed[]): Weighed[] {
  const unmet = clause.units.filter((unit) => unit.kind === "negate" && !spent.has(unit)).slice(0, 2);
  const uneasy = unmet.length > 0 || weighed.some(({ weight }) => weight < 0);
  const lasting = uneasy ? clause.units.filter(({ kind }) => kind === "still").slice(0, 1) : [];
  return [...unmet.map((unit) => ({ unit, weight: -0.5 })), ...lasting.map((unit) => ({ unit, weight: -0.5 }))];
}
