import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import type { Citation, Decision } from "@/lib/contracts/assistant";
import type { KeptCircumstances } from "@/lib/contracts/circumstances";
import { SETTINGS } from "@/lib/contracts/settings";
import type { Locale } from "@/lib/i18n";
import { configuredModel } from "@/server/ai/resolve-model";
import { callInternal } from "@/server/auth/call-internal";
import type { SqlExecutor } from "@/server/sql";
import { type Shared, shareOut, takeTurn } from "./action-turn";
import { usableActions } from "./actions/wanted-actions";
import type { AnswerLog } from "./answer-log";
import { circumstancesToKeep } from "./circumstances/keep-circumstances";
import { circumstancesOf } from "./circumstances/known-circumstances";
import type { AnswerClaim } from "./claim-answer";
import { consultModel } from "./consult-model";
import { type DecideInput, decideFirst, decideNext } from "./deciding/decide";
import { failedAfter, failedBefore } from "./deciding/failed-answers";
import type { Plan } from "./deciding/plan";
import { openOf } from "./deciding/plan-answers";
import { planBeside } from "./deciding/plan-beside";
import { DraftWriter } from "./draft-writer";
import { knownSubjects } from "./known-subjects";
import { type FoundQuestion, lookUp } from "./look-up";
import { mayFetch } from "./may-fetch";
import { OfflineReply } from "./offline-reply";
import { type Material, materialOf } from "./open-reply";
import { recommendBeside, signalsBeside } from "./recommendations/recommend-beside";
import { rulesAt } from "./rules/rules-at";
import { underRules, wordsByRule } from "./rules/under-rules";
import { citationsOf, ruleCitation, type SourcedPart, sourceParts } from "./sources";
import { abandonAnswer, storeAnswer, type Writing } from "./store-answer";
import { traceAnswer } from "./trace-answer";
import { type AskedQuestion, askedAs, understand } from "./understand";
import { leftOpen, type Said, say, sayAs } from "./words";
import { type BegunReplies, writeText } from "./write-text";

/** Who writes which answer, and where it goes. */
type Desk = { db: SqlExecutor; writing: Writing; log: AnswerLog; onStored: (eventId: number) => void };

/** A reply about to be written. */
type Reply = {
  decision: Decision;
  citations: Citation[];
  trace: AnswerTrace;
  parts: SourcedPart[];
  missesBy: number;
  circumstances?: KeptCircumstances;
};

/**
 * Writes one claimed answer: understand → look up → decide → compose → store. Events go to the log as they happen;
 * the draft is kept every half second, so that readers follow and a dead writer's answer can be finished.
 */
export async function writeAnswer(
  db: SqlExecutor,
  claim: AnswerClaim,
  writing: Writing,
  log: AnswerLog,
  onStored: (eventId: number) => void,
): Promise<void> {
  const offline = configuredModel() === null ? new OfflineReply(claim.history.at(-1)?.text ?? "") : null;
  try {
    await write({ db, writing, log, onStored }, claim, offline);
  } finally {
    offline?.drop();
  }
}

async function write(desk: Desk, claim: AnswerClaim, offline: OfflineReply | null): Promise<void> {
  const { db, writing, log } = desk;
  const now = new Date();
  const understood = understand(claim, await knownSubjects(db), { usable: usableActions(claim), run: claim.run });
  const person = { kept: claim.circumstances, profile: circumstancesOf(claim) };
  const { tier } = claim;
  const rules = rulesAt(claim.rules, claim.openingHours, now);
  const look = async (asked: AskedQuestion[]) =>
    underRules(await lookUp(db, { ...understood, questions: asked }, claim.recognisers, person), rules);
  const [looked, signals] = await Promise.all([look(understood.questions), signalsBeside(db, claim, understood)]);
  const misses = failedBefore(claim.misses, claim.history, understood);
  const settings = SETTINGS.assistant.parse(claim.settings.assistant ?? {});
  const shared = shareOut(claim, understood, looked, settings);
  const asked = { understood, found: shared.found, settings, rules, misses, tier };
  const input = { ...asked, inAction: claim.run !== null, mayFetch: mayFetch(claim, settings, now) };
  const first = decideFirst(input);
  const acted = first ? null : await act(claim, writing, input, shared, look);
  const settled = first ?? acted?.plan;
  const found = acted?.found ?? shared.found;
  const understoodAt = Date.now();
  const { plan, spent, begun } = settled
    ? { plan: settled, spent: {}, begun: null }
    : await consultModel({ db, claim, writing, understood, plan: decideNext(input) }, found.length);
  const trace = Object.assign(traceAnswer(understood, found, plan), spent);
  trace.timings = { understand: understoodAt - now.getTime() };
  if (plan.does === "hand_over") return handOver(desk, plan, understood.locale, trace);
  const missesBy = failedAfter(misses, plan) - claim.misses;
  const reply: Reply = { ...replyTo(plan, trace, understood.locale), missesBy };
  reply.circumstances = circumstancesToKeep(claim.circumstances, understood, plan);
  const recommendations = recommendBeside(claim, understood, plan, signals);
  if (recommendations.length > 0) reply.decision = { ...reply.decision, recommendations };
  log.push({ event: "decision", data: reply.decision });
  for (const { versionId: _versionId, ...data } of reply.citations) log.push({ event: "citation", data });
  const draft = new DraftWriter(db, writing, reply, log);
  const text = await textOf(draft, plan, reply, materialOf(claim, understood, reply.parts), { begun, offline });
  trace.timings.total = Date.now() - now.getTime();
  await finish(desk, text, reply);
}

/**
 * Lets actions take what is theirs. Where a writer before this one had them take it already, and they are further since, the
 * message counts as that writer read it.
 */
async function act(
  { run }: AnswerClaim,
  writing: Writing,
  input: DecideInput,
  shared: Shared,
  lookUpAgain: (asked: AskedQuestion[]) => Promise<FoundQuestion[]>,
): Promise<{ plan: Plan; found: readonly FoundQuestion[] } | null> {
  const turn = await takeTurn({ run }, writing, input.understood, shared);
  if (!turn) return null;
  const { text, decision, asked = [] } = turn;
  if (asked.length === 0) return { plan: { does: "act", decision, words: text }, found: input.found };
  const same = asked.join("\n") === shared.questions.map((one) => one.text).join("\n");
  const found = same ? input.found : await lookUpAgain(asked.map(askedAs));
  return { plan: planBeside({ ...input, found }, turn, run?.key ?? null), found };
}

function replyTo(
  plan: Exclude<Plan, { does: "hand_over" }>,
  trace: AnswerTrace,
  locale: Locale,
): Omit<Reply, "missesBy"> {
  const { decision } = plan;
  if (plan.does === "act") return { decision, citations: [], trace, parts: [] };
  if (plan.does === "say") {
    const citations = plan.rule ? ruleCitation(plan.rule, locale) : [];
    return { decision, citations, trace, parts: [] };
  }
  const parts = sourceParts(plan.parts, configuredModel() === null);
  return { decision, citations: citationsOf(plan.parts, parts, locale), trace, parts };
}

/** The words of a reply; null when it was stopped meanwhile. */
async function textOf(
  draft: DraftWriter,
  plan: Exclude<Plan, { does: "hand_over" }>,
  { trace }: Reply,
  material: Material,
  begun: BegunReplies,
): Promise<string | null> {
  const { locale } = material.understood;
  const tell = (said: Said) => sayAs(locale, said, material, new Date());
  if (plan.does === "act") return draft.say(plan.words);
  if (plan.does === "say") {
    const sorry = plan.said === "nobody_online" && material.manners.includes("apologetic");
    const before = sorry ? `${say(locale, "sorry_for_trouble")}\n\n` : "";
    return draft.say(before + (plan.words || tell(plan.said)));
  }
  const written = material.parts.length > 0 ? await writeText(draft, material, trace, begun) : "";
  const open = openOf(plan.parts);
  const closing = [
    ...wordsByRule(locale, plan.parts),
    ...(open.length > 0 ? [leftOpen(locale, open)] : []),
    ...(plan.begun ? [plan.begun] : []),
    ...(plan.decision.offered ? [tell(plan.said ?? "offer")] : []),
  ];
  if (written === null || closing.length === 0) return written;
  return draft.say(`${written && "\n\n"}${closing.join("\n\n")}`);
}

async function finish(
  { db, writing, log, onStored }: Desk,
  text: string | null,
  { parts: _parts, ...reply }: Reply,
): Promise<void> {
  const stored = text === null ? null : await storeAnswer(db, writing, { text, ...reply });
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
  { writing, log }: Desk,
  { decision, reason, said, words }: Extract<Plan, { does: "hand_over" }>,
  locale: Locale,
  trace: AnswerTrace,
): Promise<void> {
  const text = words || say(locale, said);
  const reply = await callInternal("/api/internal/answers/hand-over", { ...writing, text, reason, decision, trace });
  const { messageId, seq } = reply as { messageId: string; seq: number };
  log.push({ event: "decision", data: decision });
  log.push({ event: "text", data: { delta: text } });
  log.push({ event: "done", data: { messageId, seq } });
}
