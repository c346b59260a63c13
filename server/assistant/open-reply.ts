import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { ToolDescriptor } from "@/lib/contracts/actions";
import type { Passage } from "@/lib/contracts/knowledge";
import type { CalendarHours } from "@/lib/contracts/routing";
import { SETTINGS, type SettingsOf } from "@/lib/contracts/settings";
import type { Locale } from "@/lib/i18n";
import type { AnswerClaim, HistoryEntry } from "./claim-answer";
import { type Composed, compose } from "./compose";
import { type GroundingReport, groundStream } from "./grounding/ground-stream";
import { type Manner, mannersFor } from "./manner";
import { instructions, promptMessages } from "./prompt";
import { numberedSources, type SourcedPart } from "./sources";
import type { Understood } from "./understand";

/** What a reply is written from. */
export type Material = {
  understood: Understood;
  parts: readonly SourcedPart[];
  history: HistoryEntry[];
  company: string;
  /** What the company calls its assistant. */
  assistant: string;
  openingHours: CalendarHours | null;
  prices: SettingsOf<"model">;
  spentToday: number;
  /** How the customer is to be spoken to. */
  manners: readonly Manner[];
};

function namesIn({ settings }: AnswerClaim, locale: Locale): Pick<Material, "company" | "assistant"> {
  const { name, assistantName } = SETTINGS.company.shape;
  const given = settings.company as { name?: unknown; assistantName?: unknown } | null;
  const [company, assistant] = [name.safeParse(given?.name), assistantName.safeParse(given?.assistantName)];
  return { company: company.data?.[locale] ?? "", assistant: assistant.data?.[locale] ?? "" };
}

/** Gathers it. */
export function materialOf(claim: AnswerClaim, understood: Understood, parts: readonly SourcedPart[]): Material {
  const { history, openingHours, spentToday, settings } = claim;
  const names = namesIn(claim, understood.locale);
  const manners = mannersFor({ tier: claim.tier, feeling: understood.feeling });
  const prices = SETTINGS.model.parse(settings.model ?? {});
  return { understood, parts, history, ...names, openingHours, spentToday, manners, prices };
}

/** A configured model's reply as far as it takes to know what it is: words that a source proves, or none. */
export type OpenReply = {
  /** Provider and name. */
  model: string;
  /** Words that may be said and were not yet. */
  held: string;
  /** Words still to come. */
  rest: AsyncGenerator<string, Composed>;
  /** Set when no words are to come. */
  composed: Composed | null;
  report: GroundingReport;
};

/** How long a model may think until it says something that is proved, or calls a tool. */
const OPENING_MS = 60_000;
/** An answer's lease is three times as long. */
const HOLD_MS = 5_000;

const evidenceText = ({ title, text }: Passage) => `${title}\n${text}`;

/**
 * Begins a reply and waits for its first sentence that a source proves; greetings before it are held back. A model that
 * calls a tool, or proves nothing, is read to its end.
 * @param hold keeps the answer's lease meanwhile; false when it is lost, which ends the model.
 * @throws ComposeFailure when the model fails before that.
 */
export async function openReply(
  model: LanguageModelV4,
  material: Material,
  tools: readonly ToolDescriptor[],
  hold: () => Promise<boolean>,
): Promise<OpenReply> {
  const { understood, parts, history, company, manners } = material;
  const sources = numberedSources(parts);
  const given = { tools: tools.length > 0, sources: sources.length > 0, manners };
  const orders = instructions(company, understood.locale, given);
  const stop = new AbortController();
  const words = compose({
    model,
    instructions: orders,
    messages: promptMessages(history, understood.question, sources),
    tools,
    stop,
  });
  const report: GroundingReport = { kept: 0, dropped: [], cited: [] };
  const rest = groundStream(words, sources.map(evidenceText), report, orders);
  const open = { model: `${model.provider}/${model.modelId}`, rest, report };
  const giveUp = () => stop.abort();
  const timer = setTimeout(giveUp, OPENING_MS);
  const holding = setInterval(() => void hold().then((ours) => ours || giveUp(), giveUp), HOLD_MS);
  try {
    let held = "";
    for (let next = await rest.next(); ; next = await rest.next()) {
      if (next.done) return { ...open, held, composed: next.value };
      held += next.value;
      if (report.cited.length > 0) return { ...open, held, composed: null };
    }
  } finally {
    clearTimeout(timer);
    clearInterval(holding);
  }
}
