import { type AppliesTo, type Circumstances, DIMENSIONS, type Dimension } from "@/lib/contracts/circumstances";
import { REGION_CODES } from "@/lib/regions";

/** How a text stands to a person: how many of its conditions they meet, how many nobody knows, and how wide it is. */
export type Fit = { met: number; unknown: number; width: number };

/** A text of a family. */
export type Fitted = { appliesTo: AppliesTo };

/** Whether a text is for everybody. */
export const isGeneral = ({ appliesTo }: Fitted): boolean =>
  DIMENSIONS.every((dimension) => (appliesTo[dimension] ?? []).length === 0);

/** How a text fits a person; null when one of its conditions is against what is known of them. Pure. */
export function fitOf(appliesTo: AppliesTo, circumstances: Circumstances): Fit | null {
  const fit = { met: 0, unknown: 0, width: 0 };
  for (const dimension of DIMENSIONS) {
    const values = appliesTo[dimension] ?? [];
    if (values.length === 0) continue;
    const one = meets(dimension, values, circumstances[dimension]);
    if (one === false) return null;
    if (one) fit.met += 1;
    else fit.unknown += 1;
    fit.width += widthOf(dimension, values);
  }
  return fit;
}

/** Whether a value is one of those asked for; null when that cannot be known. */
function meets(dimension: Dimension, values: readonly string[], known: string | undefined): boolean | null {
  if (known === undefined) return null;
  if (values.includes(known)) return true;
  if (dimension !== "region") return false;
  if (values.some((value) => known.startsWith(`${value}-`))) return true;
  return values.some((value) => value.startsWith(`${known}-`)) ? null : false;
}

/** How many single values a condition lets in; a country counts with its provinces. */
function widthOf(dimension: Dimension, values: readonly string[]): number {
  if (dimension !== "region") return values.length;
  return values.reduce(
    (sum, value) => sum + REGION_CODES.filter((code) => `${code}-`.startsWith(`${value}-`)).length,
    0,
  );
}

/** What is done with a family: one text is used, the person is asked which, or it has nothing for them. */
export type Choice<Member> =
  /** `others` might fit better if more were known, the likeliest first. */
  { does: "use"; member: Member; others: Member[] } | { does: "ask"; among: Member[] } | { does: "drop" };

/**
 * Which text of a family a person is told. One that contradicts what is known is never used. Of those whose every
 * condition is met the one with the most wins, then the narrowest; when that leaves several, and when none is met whole,
 * the general text. Without a general text a single one left is used, and of several it is asked which. Pure.
 */
export function chooseVariant<Member extends Fitted>(
  members: readonly Member[],
  circumstances: Circumstances,
): Choice<Member> {
  const general = members.find(isGeneral);
  const possible = members
    .filter((member) => !isGeneral(member))
    .flatMap((member) => {
      const fit = fitOf(member.appliesTo, circumstances);
      return fit ? [{ member, fit }] : [];
    })
    .sort((one, other) => other.fit.met - one.fit.met || one.fit.width - other.fit.width);
  const whole = possible.filter(({ fit }) => fit.unknown === 0);
  const [best, second] = whole;
  const tied = best && second && best.fit.met === second.fit.met && best.fit.width === second.fit.width;
  if (best && !(tied && general)) return { does: "use", member: best.member, others: [] };
  const open = possible.filter(({ fit }) => fit.unknown > 0).map(({ member }) => member);
  if (general) return { does: "use", member: general, others: open };
  const [only, ...more] = open;
  if (!only) return { does: "drop" };
  return more.length === 0 ? { does: "use", member: only, others: [] } : { does: "ask", among: open };
}
