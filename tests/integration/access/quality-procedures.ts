import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { answers, evaluationRuns, messages } from "@/db/schema";
import { newId } from "@/lib/ids";
import { saveCase } from "@/server/quality/evaluation/save-case";
import { cancelRun, startRun } from "@/server/quality/evaluation/start-run";
import type { Cast } from "../../support/routes/cast";
import { withAssistant } from "../../support/routes/scenes";
import { MANAGERS, type ProcedureEntry, rows, WRITERS } from "./procedure-entry";

const read = rows("quality:read", WRITERS);
const write = rows("quality:write", WRITERS);

const content = () => ({
  locale: "en" as const,
  question: `Do you sell ${newId("goldenCase")}?`,
  expected: "handoff" as const,
});

async function goldenCase({ staff }: Cast): Promise<string> {
  const input = { ...content(), earlier: [], articleIds: [], note: "" };
  return (await saveCase({ ctx: staff.editor, input })).caseId;
}

/** Ends what an earlier caller began: only one run is under way at a time. */
async function noRun({ staff }: Cast): Promise<void> {
  const [running] = await db().select().from(evaluationRuns).where(eq(evaluationRuns.state, "running"));
  if (running) await cancelRun({ ctx: staff.editor, input: { runId: running.id } });
}

async function runUnderWay(cast: Cast) {
  await noRun(cast);
  await goldenCase(cast);
  return startRun({ ctx: cast.staff.editor });
}

/** A question a customer asked, as it is kept by. */
async function asked({ owner }: Cast) {
  const conversationId = await withAssistant(owner);
  const [question] = await db().select().from(messages).where(eq(messages.conversationId, conversationId));
  if (!question) throw new Error("Not asked");
  const row = { conversationId, questionMessageId: question.id, messageId: question.id, writer: "test" };
  const trace = { questions: [{ text: content().question, confidence: 0.2, outcome: "offer" as const }] };
  await db()
    .insert(answers)
    .values({ ...row, state: "stored", leaseUntil: new Date(), trace });
  return { messageId: question.id, position: 0, articleId: null };
}

export const QUALITY_PROCEDURES: Record<string, ProcedureEntry> = {
  "quality.accuracy": read(),
  "quality.listCases": read(() => ({})),
  "quality.exportCases": read(),
  "quality.saveCase": write(async (cast) => ({ ...content(), caseId: await goldenCase(cast) })),
  "quality.archiveCase": write(async (cast) => ({ caseId: await goldenCase(cast), archived: true })),
  "quality.importCases": write(() => ({ name: "a.csv", text: "question\nWhat is it?", locale: "en" })),
  "quality.startRun": write(async (cast) => {
    await noRun(cast);
    await goldenCase(cast);
  }),
  "quality.cancelRun": write(runUnderWay, { unknown: "run_not_under_way" }),
  "quality.keepCase": rows("assistant:correct", MANAGERS)(asked),
};
