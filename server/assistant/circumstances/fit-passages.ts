import type { TracedVariant } from "@/lib/contracts/answer-trace";
import { type Circumstances, DIMENSIONS } from "@/lib/contracts/circumstances";
import type { Passage } from "@/lib/contracts/knowledge";
import { isLocale, type Locale } from "@/lib/i18n";
import { retrieve } from "@/server/knowledge/retrieve";
import { chooseVariant, isGeneral } from "@/server/knowledge/variants/fit";
import { type FamilyMember, loadFamilies } from "@/server/knowledge/variants/load-families";
import type { SqlExecutor } from "@/server/sql";
import { type KnownCircumstances, relevantTo } from "./known-circumstances";
import { variantChoice } from "./variant-choice";

/** A passage of the text that fits, and what else there is for others. */
export type FittedPassage = Passage & { variant?: FittedVariant };

/** How a text of a family was picked, or why none could be. */
export type FittedVariant = Omit<TracedVariant, "title"> & {
  familyId: string;
  /** `ask`: each text is for some, and it is not known which; the passage itself is not to be used. */
  does: "use" | "ask";
  /** What the customer takes by saying it: another text of the family. */
  choices: string[];
};

type FitInput = {
  db: SqlExecutor;
  /** The question as it was asked, and as it is looked up. */
  asked: { text: string; lookedUp: string };
  /** Found by family, best first. */
  passages: readonly Passage[];
  known: KnownCircumstances;
  /** Families whose variants the customer was asked about before: nobody is asked twice. */
  askedBefore: readonly string[];
  now: Date;
};

const MOST_OFFERED = 3;
const MOST_ASKED = 6;

/**
 * Puts in the place of each found family the text of it that fits the person, with the passages of that text; what has
 * nothing for them is left out. A text that contradicts what is known is never among the result. One further statement
 * where any found article has variants, and one more when another text than the found one fits.
 */
export async function fitPassages(input: FitInput): Promise<FittedPassage[]> {
  const { db, passages, now } = input;
  const families = await loadFamilies(
    db,
    passages.filter(({ divided }) => divided).map(({ articleId }) => articleId),
    now,
  );
  if (families.size === 0) return [...passages];
  const places = passages.map((passage) => placeOf(passage, families.get(passage.articleId), input));
  const texts = await otherTexts(input, places);
  return places.flatMap(({ passage, member, variant }) => {
    if (!variant) return member === null ? [] : [passage];
    if (!member) return [{ ...passage, variant }];
    const { articleId, slug, externalId, versionId } = member;
    const text = versionId === passage.versionId ? passage : texts.get(articleId);
    if (!text) return [];
    const { score, confidence } = passage;
    return [{ ...text, articleId, slug, externalId, score, confidence, variant }];
  });
}

/** A found passage and the text that takes its place: undefined = it stands alone or none may, null = nothing is for them. */
type Place = { passage: Passage; member?: FamilyMember | null; variant?: FittedVariant };

function placeOf(passage: Passage, family: readonly FamilyMember[] | undefined, input: FitInput): Place {
  const members = family?.filter(({ locale }) => locale === passage.locale) ?? [];
  const locale: Locale = isLocale(passage.locale) ? passage.locale : "en";
  if (!family) return { passage };
  const { asked, known, askedBefore } = input;
  const common = { familyId: passage.articleId };
  const named = members.find((member) => variantChoice(member, members, locale) === asked.text.trim());
  if (named && !isGeneral(named)) {
    const because = DIMENSIONS.filter((dimension) => named.appliesTo[dimension]?.length).map((dimension) => ({
      dimension,
    }));
    return { passage, member: named, variant: { ...common, does: "use", because, choices: [], chosen: true } };
  }
  const choice = chooseVariant(members, valuesOf(relevantTo(members, known)));
  if (choice.does === "drop") return { passage, member: null };
  const choicesOf = (others: readonly FamilyMember[]) => others.map((other) => variantChoice(other, members, locale));
  if (choice.does === "ask") {
    if (askedBefore.includes(passage.articleId)) return { passage, member: null };
    const because = reasons(choice.among, known);
    return {
      passage,
      variant: { ...common, does: "ask", because, choices: choicesOf(choice.among).slice(0, MOST_ASKED) },
    };
  }
  const { member, others } = choice;
  const because = reasons(isGeneral(member) ? members : [member], known);
  return {
    passage,
    member,
    variant: {
      ...common,
      does: "use",
      because,
      choices: choicesOf(others).slice(0, MOST_OFFERED),
      ...(isGeneral(member) && { general: true }),
    },
  };
}

const valuesOf = (known: KnownCircumstances): Circumstances =>
  Object.fromEntries(Object.entries(known).map(([dimension, { value }]) => [dimension, value]));

/** The circumstances that texts depend on, each with what is known of it. */
function reasons(members: readonly FamilyMember[], known: KnownCircumstances): FittedVariant["because"] {
  return DIMENSIONS.filter((dimension) => members.some(({ appliesTo }) => appliesTo[dimension]?.length)).map(
    (dimension) => ({ dimension, ...known[dimension] }),
  );
}

/** The passages of the texts that were not found by themselves, by article. */
async function otherTexts({ db, asked, now }: FitInput, places: readonly Place[]): Promise<Map<string, Passage>> {
  const wanted = places.flatMap(({ passage, member }) =>
    member && member.versionId !== passage.versionId ? [{ member, passage }] : [],
  );
  if (wanted.length === 0) return new Map();
  const found = await retrieve({
    db,
    query: asked.lookedUp,
    locale: isLocale(wanted[0]?.passage.locale) ? wanted[0].passage.locale : "en",
    versions: wanted.map(({ member }) => member.versionId),
    recognised: wanted.map(({ member }) => ({ articleId: member.familyId, confidence: 0 })),
    limit: wanted.length,
    now,
  });
  const byFamily = new Map(found.map((passage) => [passage.articleId, passage]));
  return new Map(
    wanted.flatMap(({ member }) => {
      const text = byFamily.get(member.familyId);
      return text ? [[member.articleId, text] as const] : [];
    }),
  );
}
