import { normalise } from "@/lib/text/normalise";

const ARTICLES = new Set(["the"]);
const wordsOf = (text: string): string[] =>
  (normalise(text).match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []).filter(
    (word) => !ARTICLES.has(word),
  );

/**
 * Share of a subject's words, weighed by how few subjects hold them, that must stand together in a text: less when they
 * begin with its first word ("Stazione" for "Stazione Restaurant and Coffee Bar"). The rarest one must be among them.
 */
const COVER = 0.6;
const COVER_FROM_HEAD = 0.35;

type Subject = { name: string; words: string[]; rarest: string; mass: number };
type Mention = { name: string; strength: number; at: number };

/** The subjects (products, places: what articles come in sets about) that texts name. */
export class Subjects {
  readonly #subjects: Subject[];
  readonly #weights = new Map<string, number>();

  constructor(names: readonly string[]) {
    const split = names
      .map((name) => ({ name, words: [...new Set(wordsOf(name))] }))
      .filter(({ words }) => words.length);
    const users = new Map<string, number>();
    for (const { words } of split) for (const word of words) users.set(word, (users.get(word) ?? 0) + 1);
    for (const [word, count] of users) this.#weights.set(word, Math.log(1 + names.length / count));
    this.#subjects = split.map(({ name, words }) => ({
      name,
      words,
      rarest: words.reduce((rarest, word) => (this.#weight(word) > this.#weight(rarest) ? word : rarest)),
      mass: words.reduce((sum, word) => sum + this.#weight(word), 0),
    }));
  }

  #weight(word: string): number {
    return this.#weights.get(word) ?? 0;
  }

  /** The subject a text names most fully, or null. Of equals the one that stands latest in the text. */
  namedIn(text: string): string | null {
    const words = wordsOf(text);
    let best: Mention | null = null;
    for (const subject of this.#subjects) {
      if (!words.includes(subject.rarest)) continue;
      const mention = this.#mention(subject, words);
      if (mention && (!best || mention.strength >= best.strength)) best = mention;
    }
    return best?.name ?? null;
  }

  /** The fullest run of a subject's words in a text. */
  #mention({ name, words: own, rarest, mass }: Subject, words: readonly string[]): Mention | null {
    let best: Mention | null = null;
    for (let at = 0; at < words.length; at += 1) {
      const run = new Set<string>();
      for (let next = at; own.includes(words[next] ?? ""); next += 1) run.add(words[next] ?? "");
      if (!run.has(rarest)) continue;
      const held = [...run].reduce((sum, word) => sum + this.#weight(word), 0);
      const cover = held / mass;
      if (cover < (words[at] === own[0] ? COVER_FROM_HEAD : COVER)) continue;
      if (!best || held * cover >= best.strength) best = { name, strength: held * cover, at };
    }
    return best;
  }
}
