import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { answers, gapQuestions, gaps, messages } from "@/db/schema";
import type { GapState, Suggestion } from "@/lib/contracts/gaps";
import type { Cast } from "../../support/routes/cast";
import { withAssistant } from "../../support/routes/scenes";
import { type ProcedureEntry, rows, WRITERS } from "./procedure-entry";

const SUGGESTION: Suggestion = {
  kind: "article",
  articleId: null,
  title: "Can you engrave it?",
  questions: ["Engraving on the case"],
  body: "We do not engrave.",
  reply: null,
};

const write = rows("knowledge:write", WRITERS);

/** A need somebody asked for, with what may be made of it. */
const gap =
  (state: GapState = "open", more: object = {}) =>
  async ({ owner }: Cast) => {
    const conversationId = await withAssistant(owner);
    const [question] = await db().select().from(messages).where(eq(messages.conversationId, conversationId));
    const answer = { conversationId, questionMessageId: question?.id ?? "", writer: "test", leaseUntil: new Date() };
    const [answered] = await db().insert(answers).values(answer).returning({ id: answers.id });
    const need = { locale: "en" as const, title: SUGGESTION.title, state, suggestion: SUGGESTION };
    const [row] = await db()
      .insert(gaps)
      .values({ ...need, lastAskedAt: new Date() })
      .returning({ id: gaps.id });
    const place = { gapId: row?.id, answerId: answered?.id ?? "", position: 0, conversationId };
    await db()
      .insert(gapQuestions)
      .values({ ...place, source: "unanswered", text: need.title, terms: ["engrav"], askedAt: new Date() });
    return { gapId: row?.id, ...more };
  };

export const GAP_PROCEDURES: Record<string, ProcedureEntry> = {
  "gaps.list": write(() => ({})),
  "gaps.count": write(),
  "gaps.get": write(gap()),
  "gaps.publish": write(gap("open", { version: 0 })),
  "gaps.draft": write(gap("open", { version: 0 })),
  "gaps.dismiss": write(gap("open", { version: 0, reason: "one_off" })),
  "gaps.reopen": write(gap("dismissed")),
};
