import type { AssistantRule } from "@/lib/contracts/assistant-rules";
import type { Passage } from "@/lib/contracts/knowledge";
import { SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import { type DecideInput, decideFirst, decideNext } from "@/server/assistant/deciding/decide";
import { underRules } from "@/server/assistant/rules/under-rules";
import { understand } from "@/server/assistant/understand";

/** A passage of an article that answers as likely as this. */
export const passage = (title: string, confidence: number): Passage => ({
  articleId: `art_${title}`,
  externalId: null,
  slug: "a",
  locale: "en",
  title,
  versionId: "v",
  chunkId: `c_${title}`,
  headingPath: [],
  text: title,
  more: [],
  question: null,
  score: 1,
  confidence,
});

/** A rule of a kind about some phrases. */
export const rule = (kind: AssistantRule["kind"], ...phrases: string[]): AssistantRule => ({
  id: "rul_1",
  name: kind,
  kind,
  phrases,
  words: { zh: "请看条款。", en: "See the terms." },
  hours: "always",
  sources:
    kind === "exact" ? [{ articleId: "art_1", title: "T", slug: "t", locale: "en", versionId: "v", chunkId: "c" }] : [],
});

/** What else is known of the message and the company. */
export type Told = { settings?: Partial<SettingsOf<"assistant">> } & Partial<Omit<DecideInput, "settings">>;

/** What is planned for a message whose questions find these passages, each with its confidence. */
export function decided(text: string, found: [string, number][][], told: Told = {}) {
  const input = inputFor(text, found, told);
  return decideFirst(input) ?? decideNext(input);
}

/** What is decided on for it. */
export function inputFor(text: string, found: [string, number][][], told: Told = {}): DecideInput {
  const history = [{ role: "customer" as const, text, answered: false, article: null }];
  const understood = told.understood ?? understand({ history, locale: "en" }, []);
  const questions = found.map((passages, at) => ({
    text: understood.questions[at]?.text ?? `${text} ${at}`,
    lookedUp: text,
    about: null,
    carried: [],
    passages: passages.map(([title, confidence]) => passage(title, confidence)),
    recognised: [],
    settled: false,
    endpoints: [],
    confidence: passages[0]?.[1] ?? 0,
  }));
  const settings = SETTINGS.assistant.parse(told.settings ?? {});
  const ruled = underRules(questions, told.rules ?? []);
  return {
    rules: [],
    misses: 0,
    tier: "basic",
    inAction: false,
    mayFetch: true,
    ...told,
    understood,
    found: ruled,
    settings,
  };
}
