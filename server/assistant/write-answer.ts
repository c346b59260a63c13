import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import type { Citation, Decision } from "@/lib/contracts/assistant";
import type { Passage } from "@/lib/contracts/knowledge";
import { SETTINGS } from "@/lib/contracts/settings";
import type { Locale } from "@/lib/i18n";
import { configuredModel } from "@/server/ai/resolve-model";
import { callInternal } from "@/server/auth/call-internal";
import { isHandoffRequest } from "@/server/conversations/handoff-request";
import { retrieve } from "@/server/knowledge/retrieve";
import type { SqlExecutor } from "@/server/sql";
import { languageOf } from "./answer-language";
import type { AnswerLog } from "./answer-log";
import { citable, citationOf } from "./cite";
import type { AnswerClaim } from "./claim-answer";
import { decide } from "./decide";
import { DraftWriter } from "./draft-writer";
import { isGreeting } from "./greeting";
import { abandonAnswer, storeAnswer, type Writing } from "./store-answer";
import { type Said, say } from "./words";
import { writeText } from "./write-text";

export type Understood = { question: string; previous: string[]; locale: Locale };

/** What was asked: every message since the last reply, in the language it was asked in, with what came before. */
export function understand(claim: Pick<AnswerClaim, "history" | "locale">): Understood {
  const asked = claim.history.filter((entry) => entry.role === "customer");
  const question = asked
    .filter((entry) => !entry.answered)
    .map((entry) => entry.text)
    .join("\n");
  const previous = asked.filter((entry) => entry.answered).map((entry) => entry.text);
  return { question, previous: previous.slice(-3), locale: languageOf(question, claim.locale) };
}

/** How many sources the offline model uses: it quotes one passage, and only what is used is cited. */
const OFFLINE_SOURCES = 1;

/** Asked for a person while nobody was online: had somebody been, the message itself would have queued it. */
const NOBODY_ONLINE: Decision = { kind: "handoff", confidence: 1, started: false };

function plan(claim: AnswerClaim, understood: Understood, passages: Passage[]) {
  const last = claim.history.findLast(({ role }) => role === "customer");
  if (last && isHandoffRequest(last.text)) return { decision: NOBODY_ONLINE, sources: [] };
  const { coverage } = SETTINGS.assistant.parse(claim.settings.assistant ?? {});
  const decision = decide({
    confidence: passages[0]?.confidence ?? 0,
    coverage,
    misses: claim.misses,
    greeting: isGreeting(understood.question),
  });
  const sources = decision.kind === "answer" ? citable(passages) : [];
  return { decision, sources: configuredModel() ? sources : sources.slice(0, OFFLINE_SOURCES) };
}

function saidFor(decision: Decision): Said {
  if (decision.kind === "ask") return "greeting";
  if (decision === NOBODY_ONLINE) return "nobody_online";
  return decision.started ? "handing_over" : "unknown";
}

function traceOf(understood: Understood, passages: Passage[], started: number): AnswerTrace {
  return {
    query: understood.question,
    candidates: passages.map(({ articleId, title, chunkId, score }) => ({ articleId, title, chunkId, score })),
    timings: { retrieve: Date.now() - started },
  };
}

/**
 * Writes one claimed answer: understand → retrieve → decide → compose → store. Events go to the log as they happen;
 * the draft is kept every half second, so that readers follow and a dead writer's answer can be finished.
 */
export async function writeAnswer(
  db: SqlExecutor,
  claim: AnswerClaim,
  writing: Writing,
  log: AnswerLog,
  onStored: (eventId: number) => void,
): Promise<void> {
  const started = Date.now();
  const understood = understand(claim);
  const passages = await retrieve({
    db,
    query: understood.question,
    locale: understood.locale,
    previous: understood.previous,
  });
  const trace = traceOf(understood, passages, started);
  const { decision, sources } = plan(claim, understood, passages);
  if (decision.kind === "handoff" && decision.started) {
    await handOver(understood, writing, log, decision, trace);
    return;
  }
  const citations = sources.map(citationOf);
  log.push({ event: "decision", data: decision });
  for (const { versionId: _versionId, ...data } of citations) log.push({ event: "citation", data });
  const draft = new DraftWriter(db, writing, { decision, citations }, log);
  const company = SETTINGS.company.shape.name.safeParse((claim.settings.company as { name?: unknown } | null)?.name);
  const text =
    decision.kind === "answer"
      ? await writeText(draft, {
          understood,
          sources,
          history: claim.history,
          prices: SETTINGS.model.parse(claim.settings.model ?? {}),
          spentToday: claim.spentToday,
          company: company.success ? company.data[understood.locale] : "",
          trace,
        })
      : await draft.say(say(understood.locale, saidFor(decision)));
  await finish(db, writing, log, onStored, text, decision, citations, {
    ...trace,
    timings: { ...trace.timings, total: Date.now() - started },
  });
}

async function finish(
  db: SqlExecutor,
  writing: Writing,
  log: AnswerLog,
  onStored: (eventId: number) => void,
  text: string | null,
  decision: Decision,
  citations: Citation[],
  trace: AnswerTrace,
): Promise<void> {
  const missed = decision.kind === "handoff" && decision !== NOBODY_ONLINE;
  const stored = text === null ? null : await storeAnswer(db, writing, { text, decision, citations, trace, missed });
  if (stored) {
    log.push({ event: "done", data: { messageId: stored.messageId, seq: stored.publicSeq } });
    onStored(stored.eventId);
    return;
  }
  await abandonAnswer(db, writing);
  log.push({ event: "error", data: { code: text === null ? "stopped" : "assistant_inactive" } });
}

/** Fetches a person: message and queue in one transaction, by the Node verb behind the signed route. */
async function handOver(
  understood: Understood,
  writing: Writing,
  log: AnswerLog,
  decision: Decision,
  trace: AnswerTrace,
): Promise<void> {
  const text = say(understood.locale, "handing_over");
  const reply = await callInternal("/api/internal/answers/hand-over", { ...writing, text, decision, trace });
  const { messageId, seq } = reply as { messageId: string; seq: number };
  log.push({ event: "decision", data: decision });
  log.push({ event: "text", data: { delta: text } });
  log.push({ event: "done", data: { messageId, seq } });
}
