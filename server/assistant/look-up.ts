import type { Passage } from "@/lib/contracts/knowledge";
import { retrieve } from "@/server/knowledge/retrieve";
import type { SqlExecutor } from "@/server/sql";
import type { AskedQuestion, Understood } from "./understand";

/** A question with what knowledge has on it, best first. */
export type FoundQuestion = AskedQuestion & { passages: Passage[]; confidence: number };

/** Looks each question up in published knowledge. */
export function lookUp(db: SqlExecutor, { questions, locale }: Understood): Promise<FoundQuestion[]> {
  return Promise.all(
    questions.map(async (question) => {
      const { lookedUp, about } = question;
      const passages = await retrieve({ db, query: lookedUp, locale, about: about ?? undefined });
      return { ...question, passages, confidence: passages[0]?.confidence ?? 0 };
    }),
  );
}
