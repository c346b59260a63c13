import type { GapSource, SourceReply, Suggestion } from "@/lib/contracts/gaps";
import { questionKey } from "@/lib/text/tokenise";
import { MASK } from "./mask-text";
import { type AskedFor, alike } from "./terms";

/** Wordings offered at once. */
const MOST_WORDINGS = 10;
/** Wordings of which one stands for all, the commonest. */
const MOST_COMPARED = 40;
/** What a conversation says that was answered and did not do; of one customer's case so much is nobody else's need. */
const SIGN: Record<GapSource, number> = { unanswered: 6, corrected: 6, not_solved: 2, handed_over: 1 };
const ENOUGH_SIGNS = 6;

/** A question of a gap, newest last. */
export type GapQuestion = AskedFor & { text: string; source: GapSource; conversationId: string };

/** What a gap is judged by. */
export type GapFacts = {
  questions: readonly GapQuestion[];
  /** The article that people pointed to: staff who corrected, agents who linked it. */
  pointed: ExtendedArticle | null;
  /** The article whose answer did not do. */
  cited: ExtendedArticle | null;
  /** The reply that went best; whether it speaks of what was asked. */
  reply: { reply: SourceReply; body: string; bearsOn: boolean } | null;
};

export type ExtendedArticle = { id: string; title: string; questions: readonly string[]; body: string };

/**
 * Whether a need is worth a person's time: knowledge had nothing, staff said so, or several customers gave up on what it
 * has. A conversation counts once, by what it says most.
 */
export function isWorthwhile(questions: readonly Pick<GapQuestion, "source" | "conversationId">[]): boolean {
  const signs = new Map<string, number>();
  for (const { conversationId, source } of questions) {
    signs.set(conversationId, Math.max(SIGN[source], signs.get(conversationId) ?? 0));
  }
  return [...signs.values()].reduce((sum, sign) => sum + sign, 0) >= ENOUGH_SIGNS;
}

/** The wording most like all the others, without what was masked if there is one; of equals the commonest, then the first. */
export function leadOf(all: readonly GapQuestion[]): GapQuestion | undefined {
  const whole = all.filter(({ text }) => !text.includes(MASK));
  const commonest = [...Map.groupBy(whole.length > 0 ? whole : all, ({ key }) => key).values()]
    .toSorted((one, other) => other.length - one.length)
    .slice(0, MOST_COMPARED);
  const likeness = (one: GapQuestion) =>
    commonest.reduce((sum, same) => sum + same.length * (same[0] ? alike(one, same[0]) : 0), 0);
  let best: { question: GapQuestion; likeness: number } | undefined;
  for (const question of commonest.flatMap(([first]) => first ?? [])) {
    const value = likeness(question);
    if (!best || value > best.likeness + 1e-9) best = { question, likeness: value };
  }
  return best?.question;
}

/** Each wording once, the commonest first; those that are known already are left out. */
function wordings(questions: readonly GapQuestion[], known: readonly string[]): string[] {
  const keys = new Set(known.map(questionKey));
  const groups = [...Map.groupBy(questions, ({ key }) => key)].filter(([key]) => key !== "" && !keys.has(key));
  return groups
    .toSorted(([, one], [, other]) => other.length - one.length)
    .slice(0, MOST_WORDINGS)
    .flatMap(([, [first]]) => (first ? [first.text] : []));
}

const squeezed = (text: string) => text.replace(/[\s\p{P}\p{S}]+/gu, "");

/** Whether a text says a paragraph already. */
const says = (body: string, paragraph: string): boolean => squeezed(body).includes(squeezed(paragraph));

/**
 * What to make of a gap, or null when nothing is to be done: wordings for the article people pointed to; a paragraph for
 * the article whose answer did not do, from a reply that speaks of what was asked; else a new article from the reply that went well, or yet to be written. Pure.
 */
export function suggest({ questions, pointed, cited, reply }: GapFacts): Suggestion | null {
  const lead = leadOf(questions);
  if (!lead) return null;
  if (pointed) {
    const more = wordings(questions, [pointed.title, ...pointed.questions]);
    const added = more.length > 0 ? { kind: "wordings" as const, title: pointed.title, questions: more } : null;
    if (added) return { ...added, articleId: pointed.id, body: "", reply: null };
  }
  const extended = pointed ?? cited;
  if (extended) {
    const body = reply?.bearsOn && !says(extended.body, reply.body) ? reply.body : "";
    const about = { articleId: extended.id, title: extended.title, questions: [] };
    return { kind: "passage", ...about, body, reply: body === "" ? null : (reply?.reply ?? null) };
  }
  return {
    kind: "article",
    articleId: null,
    title: lead.text,
    questions: wordings(questions, [lead.text]),
    body: reply?.body ?? "",
    reply: reply?.reply ?? null,
  };
}
