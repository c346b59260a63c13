import type { ActionOutline } from "@/lib/contracts/actions";
import { questionKey, tokenise } from "@/lib/text/tokenise";

/** Below this similarity a message is not taken for an action. */
export const ACTION_THRESHOLD = 0.6;
/** How much nearer the best action must be than the next one. */
const MARGIN = 0.05;

export type ActionMatch = { key: string; confidence: number };

/** Words and pieces, each once; what carries no topic weighs little because it is no word. */
function featuresOf(text: string): Map<string, number> {
  const { words, grams } = tokenise(text.replaceAll(/[A-Za-z]?\d{4,}/g, " "));
  const features = new Map<string, number>();
  for (const gram of grams) features.set(`g ${gram}`, 0.5);
  for (const word of words) features.set(`w ${word}`, 1);
  return features;
}

const weightOf = (features: Map<string, number>) => [...features.values()].reduce((sum, weight) => sum + weight, 0);

/** Twice what two texts share over what both hold, in [0, 1]. */
function similarity(left: Map<string, number>, right: Map<string, number>): number {
  const whole = weightOf(left) + weightOf(right);
  let shared = 0;
  for (const [feature, weight] of left) if (right.has(feature)) shared += weight;
  return whole === 0 ? 0 : (2 * shared) / whole;
}

const exampleCache = new WeakMap<ActionOutline, { keys: Set<string>; features: Map<string, number>[] }>();

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
 * other is as near. Numbers in the message do not count.
 * @returns null when none is. `confidence` in [0, 1].
 */
export function matchAction(text: string, actions: readonly ActionOutline[]): ActionMatch | null {
  const key = questionKey(text);
  const features = featuresOf(text);
  const ranked = actions
    .filter(({ enabled }) => enabled)
    .map((action) => {
      const examples = examplesOf(action);
      const nearest = Math.max(0, ...examples.features.map((example) => similarity(features, example)));
      return { key: action.key, confidence: key !== "" && examples.keys.has(key) ? 1 : nearest };
    })
    .sort((a, b) => b.confidence - a.confidence);
  const [best, next] = ranked;
  if (!best || best.confidence < ACTION_THRESHOLD) return null;
  return best.confidence - (next?.confidence ?? 0) >= MARGIN || best.confidence === 1 ? best : null;
}
