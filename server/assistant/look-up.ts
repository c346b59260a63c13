import type { EndpointUse } from "@/lib/contracts/answer-trace";
import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import type { Circumstances, KeptCircumstances } from "@/lib/contracts/circumstances";
import type { Passage } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { eitherOpinion } from "@/server/knowledge/meaning/likelihood";
import { rerankPassages } from "@/server/knowledge/meaning/rerank-passages";
import { searchMeaning } from "@/server/knowledge/meaning/search-meaning";
import type { Recognised } from "@/server/knowledge/ranking/rank-input";
import { retrieve } from "@/server/knowledge/retrieve";
import type { SqlExecutor } from "@/server/sql";
import { toThePoint } from "./asked-kind";
import { apartFromMachines } from "./circumstances/circumstances-in";
import { dividingDimensions } from "./circumstances/dividing-dimensions";
import { type FittedPassage, fitPassages } from "./circumstances/fit-passages";
import { circumstancesHere } from "./circumstances/known-circumstances";
import { bothReadings, isKnown, knownAlone, stayingWith } from "./readings";
import { loadRecogniser, type RecogniserVersions } from "./recogniser/load-recogniser";
import { type Recognition, recognise } from "./recogniser/recognise";
import type { Recogniser } from "./recogniser/recogniser";
import { settledPassages } from "./settled-passages";
import type { AskedQuestion, Understood } from "./understand";

/** What is known of the person before they say anything. */
export type Person = { kept: KeptCircumstances; profile: Circumstances };

const NOBODY: Person = { kept: {}, profile: {} };

/** A question with what knowledge has on it, best first, and which articles the recogniser took it for. */
export type FoundQuestion = AskedQuestion & {
  passages: FittedPassage[];
  recognised: { articleId: string; confidence: number }[];
  confidence: number;
  /** Staff decided before what this very wording asks for. */
  settled: boolean;
  /** What further endpoints were asked. */
  endpoints: EndpointUse[];
  /** The company's rule that says what is told to it, whatever knowledge has. */
  rule?: AssistantRule;
};

/**
 * Looks each question up in published knowledge: by the words it shares, by what the recogniser learned from earlier
 * wordings, and by what it means where an embedding model is configured; the likeliest first. Of articles
 * with variants the text that fits the person stands in the result, and none that contradicts what is known of them. An
 * article that is no longer public is not found, whatever they say. Endpoints that fail or dawdle are done without. Small
 * talk is not looked up.
 */
export async function lookUp(
  db: SqlExecutor,
  { questions: asked, locale, told, smallTalk, lastArticle }: Understood,
  versions: RecogniserVersions,
  { kept, profile }: Person = NOBODY,
): Promise<FoundQuestion[]> {
  if (smallTalk) return asked.map(nothingFound);
  const known = circumstancesHere(told, kept, profile);
  const [recogniser, dimensions, meaning] = await Promise.all([
    loadRecogniser(db, locale, versions?.[locale]),
    dividingDimensions(db),
    searchMeaning(
      db,
      asked.map(({ lookedUp }) => lookedUp),
    ),
  ]);
  const byMachine = dimensions.includes("platform") || dimensions.includes("device");
  const ground = { db, locale, recogniser, byMachine };
  return Promise.all(
    asked.map(async (leaning, at) => {
      const alone = knownAlone(leaning, (wording) => recogniser && recognise(recogniser, wording));
      const { seen, recognised, found } = await readBothWays(ground, alone, meaning.near[at] ?? []);
      const ordered = await rerankPassages(alone.lookedUp, found);
      const sorted = likeliestFirst(settledPassages(toThePoint(ordered.passages, alone.lookedUp), seen));
      const { question, passages: likeliest } = stayingWith(lastArticle, alone, sorted, seen);
      const passages = await fitPassages({
        db,
        asked: question,
        passages: likeliest.filter(isWorthFitting),
        known,
        askedBefore: kept.asked ?? [],
        now: new Date(),
      });
      return {
        ...question,
        passages,
        recognised,
        confidence: passages[0]?.confidence ?? 0,
        settled: seen?.settled ?? false,
        endpoints: [meaning.use, ordered.use].flatMap((use) => use ?? []),
      };
    }),
  );
}

type Ground = { db: SqlExecutor; locale: Locale; recogniser: Recogniser | null; byMachine: boolean };

/**
 * What a question finds as it is looked up and, where something was put into it and it is not plain what it asks for then,
 * in its other reading.
 */
async function readBothWays(ground: Ground, question: AskedQuestion, near: readonly Recognised[]) {
  const { goingOn, carried } = question;
  const { seen, recognised, find } = readQuestion(ground, question);
  const isOpen = carried.some(({ kind }) => kind === "topic") && !isKnown(seen);
  const other = isOpen && goingOn !== undefined ? readQuestion(ground, { ...question, lookedUp: goingOn }) : null;
  const [found, further] = await Promise.all([find(near), other?.find([])]);
  return { seen, recognised, found: further ? bothReadings(found, further) : found };
}

function readQuestion({ db, locale, recogniser, byMachine }: Ground, question: AskedQuestion) {
  const { lookedUp } = question;
  const apart = byMachine ? apartFromMachines(lookedUp) : { subject: lookedUp, machines: "" };
  const seen = recogniser && recogniseApart(recogniser, lookedUp, apart.subject);
  const recognised = (seen?.choices ?? []).map(({ label, confidence }) => ({ articleId: label, confidence }));
  const find = (near: readonly Recognised[]) => findPassages(db, { ...question, ...apart }, locale, recognised, near);
  return { seen, recognised, find };
}

const nothingFound = (question: AskedQuestion): FoundQuestion => ({
  ...question,
  passages: [],
  recognised: [],
  confidence: 0,
  settled: false,
  endpoints: [],
});

/** What staff decided goes by the whole wording, everything else by what it is about. */
function recogniseApart(recogniser: Recogniser, whole: string, subject: string): Recognition {
  const seen = recognise(recogniser, whole);
  return seen.settled || subject === whole ? seen : recognise(recogniser, subject);
}

/** An article with variants that is less likely than this is neither told nor offered, so that none of them is sought. */
const UNLIKELY = 0.05;
const isWorthFitting = ({ divided, confidence }: Passage): boolean => !divided || confidence >= UNLIKELY;

/** Confidences nearer than this say nothing about which of two is right. */
const AS_SURE = 0.03;

/** By confidence; of those that are as sure as the surest, the one that matches best leads. */
function likeliestFirst(passages: readonly Passage[]): Passage[] {
  const sorted = passages.toSorted((one, other) => other.confidence - one.confidence);
  const least = (sorted[0]?.confidence ?? 0) - AS_SURE;
  const [leader] = sorted
    .filter(({ confidence }) => confidence >= least)
    .toSorted((one, other) => other.score - one.score);
  return leader ? [leader, ...sorted.filter((passage) => passage !== leader)] : [];
}

/** What means the same need share no word, so that words may not speak against it. */
async function findPassages(
  db: SqlExecutor,
  { lookedUp, about, subject, machines }: AskedQuestion & { subject: string; machines: string },
  locale: Locale,
  recognised: readonly Recognised[],
  near: readonly Recognised[],
): Promise<Passage[]> {
  const spokenFor = eitherOpinion(recognised, near);
  const passages = await retrieve({
    db,
    query: subject,
    wording: lookedUp,
    previous: machines ? [machines] : [],
    locale,
    about: about ?? undefined,
    recognised: spokenFor,
  });
  const likely = new Map(near.map(({ articleId, confidence }) => [articleId, confidence]));
  return passages.map((passage) => ({
    ...passage,
    confidence: Math.max(passage.confidence, likely.get(passage.articleId) ?? 0),
  }));
}
