import type { ActionOutline } from "@/lib/contracts/actions";
import { halfWidth } from "@/lib/text/half-width";
import { questionKey, tokenise } from "@/lib/text/tokenise";
import { withoutReason } from "./account-in";

/** Below this similarity a message is not taken for an action. */
export const ACTION_THRESHOLD = 0.6;
/** How much nearer the best action must be than the next one. */
const MARGIN = 0.05;

export type ActionMatch = { key: string; confidence: number };

/** Words and pieces of a text, each once, and what they weigh together; what carries no topic weighs little as it is no word. */
type Features = { weights: Map<string, number>; whole: number };

function featuresOf(text: string): Features {
  const { words, grams } = tokenise(text.replaceAll(/[A-Za-z]?\d{4,}/g, " "));
  const weights = new Map<string, number>();
  for (const gram of grams) weights.set(`g ${gram}`, 0.5);
  for (const word of words) weights.set(`w ${word}`, 1);
  let whole = 0;
  for (const weight of weights.values()) whole += weight;
  return { weights, whole };
}

/** Names of things: Latin runs in a Chinese sentence, capitals and numbers inside an English one. */
const LATIN_RUN = /[A-Za-z][A-Za-z0-9'+-]*(?:[\s-]+[A-Za-z0-9][A-Za-z0-9'+-]*)*/g;
const NAMED = /(?<=\S\s+)(?:[A-Z][A-Za-z0-9'+-]*|\d+[A-Za-z]*)(?:\s+(?:[A-Z][A-Za-z0-9'+-]*|\d+[A-Za-z]*))*/g;
const NO_NAME = /^I(?:'[a-z]+)?$/;

/** The message, and the message without the things it names: whatever is asked about, it is the same action. */
function readings(text: string, names: readonly string[]): string[] {
  const isChinese = /\p{Script=Han}/u.test(text);
  const nameless = isChinese
    ? text.replaceAll(LATIN_RUN, " ")
    : text.replaceAll(NAMED, (name) => (NO_NAME.test(name) ? name : " "));
  const lower = text.toLowerCase();
  const known = names.filter((name) => name.length > 1 && lower.includes(name.toLowerCase()));
  const longest = known.sort((a, b) => b.length - a.length)[0]?.toLowerCase();
  const at = longest === undefined ? -1 : lower.indexOf(longest);
  const unnamed = longest === undefined ? text : `${text.slice(0, at)} ${text.slice(at + longest.length)}`;
  return [...new Set([text, nameless, unnamed])].filter((reading) => /\p{L}{2}/u.test(reading));
}

/** Twice what two texts share over what both hold, in [0, 1]. */
function similarity(left: Features, right: Features): number {
  const whole = left.whole + right.whole;
  let shared = 0;
  for (const [feature, weight] of left.weights) if (right.weights.has(feature)) shared += weight;
  return whole === 0 ? 0 : (2 * shared) / whole;
}

const exampleCache = new WeakMap<ActionOutline, { keys: Set<string>; features: Features[] }>();

function examplesOf(action: ActionOutline) {
  const known = exampleCache.get(action);
  if (known) return known;
  const texts = [...action.phrasings.zh, ...action.phrasings.en, action.names.zh, action.names.en];
  const examples = { keys: new Set(texts.map(questionKey)), features: texts.map(featuresOf) };
  exampleCache.set(action, examples);
  return examples;
}

/**
 * The action a message asks for by the words of its phrasings and names: the nearest one, if it is near enough and no
 * other is as near. Numbers and names of things in the message do not count, nor does the reason
 * it gives.
 * @param options.names what the company's things are called, such as products. @param options.least below it none is taken.
 * @returns null when none is. `confidence` in [0, 1].
 */
export function matchAction(
  written: string,
  actions: readonly ActionOutline[],
  { names = [], least = ACTION_THRESHOLD }: { names?: readonly string[]; least?: number } = {},
): ActionMatch | null {
  const text = halfWidth(written);
  const wish = withoutReason(text);
  const read = [...readings(text, names), ...(wish === text ? [] : readings(wish, names))];
  const asked = read.map((reading) => ({ key: questionKey(reading), features: featuresOf(reading) }));
  const ranked = actions
    .filter(({ enabled }) => enabled)
    .map((action) => {
      const examples = examplesOf(action);
      const scores = asked.flatMap(({ key, features }) =>
        examples.keys.has(key) ? [1] : examples.features.map((example) => similarity(features, example)),
      );
      return { key: action.key, confidence: Math.max(0, ...scores) };
    })
    .sort((a, b) => b.confidence - a.confidence);
  const [best, next] = ranked;
  if (!best || best.confidence < least) return null;
  return best.confidence - (next?.confidence ?? 0) >= MARGIN || best.confidence === 1 ? best : null;
}
