import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { answers, messages } from "@/db/schema";
import type { Cast } from "../../support/routes/cast";
import { withAssistant } from "../../support/routes/scenes";
import { ADMINS, MANAGERS, type ProcedureEntry, rows, SERVICE } from "./procedure-entry";

const QUESTION = { text: "Where is it?", confidence: 0.6, outcome: "answer" } as const;

/** A message of the assistant's, as the trace is asked for by. */
async function answered({ owner }: Cast) {
  const conversationId = await withAssistant(owner);
  const [question] = await db().select().from(messages).where(eq(messages.conversationId, conversationId));
  if (!question) throw new Error("Not asked");
  const row = { conversationId, questionMessageId: question.id, messageId: question.id, writer: "test" };
  await db()
    .insert(answers)
    .values({ ...row, state: "stored", leaseUntil: new Date(), trace: { questions: [QUESTION] } });
  return { messageId: question.id };
}

const correct = rows("assistant:correct", MANAGERS);
const manage = rows("settings:manage", ADMINS);
const rule = { name: "Law", kind: "hand_over", phrases: ["lawyer", "律师"], words: { zh: "", en: "" } };

export const ASSISTANT_PROCEDURES: Record<string, ProcedureEntry> = {
  "assistant.trace": rows("conversations:read", SERVICE)(answered),
  "assistant.recommendations": rows(
    "conversations:read",
    SERVICE,
  )(async ({ owner }) => ({
    conversationId: await withAssistant(owner),
  })),
  "assistant.correct": correct(async (cast) => ({ ...(await answered(cast)), position: 0, articleId: null })),
  "assistant.withdrawCorrection": correct(async (cast) => ({ ...(await answered(cast)), position: 0 })),
  "assistant.spending": manage(),
  "assistant.rules": manage(),
  "assistant.saveRule": manage(() => rule),
  "assistant.deleteRule": manage(() => ({ id: "rul_06gzsjcmmab6w9xk95dpbvew28" }), { unknown: "ok" }),
};
