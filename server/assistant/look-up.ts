import type { Passage } from "@/lib/contracts/knowledge";
import { retrieve } from "@/server/knowledge/retrieve";
import type { SqlExecutor } from "@/server/sql";
import { loadRecogniser, type RecogniserVersions } from "./recogniser/load-recogniser";
import { recognise } from "./recogniser/recognise";
import { settledPassages } from "./settled-passages";
import type { AskedQuestion, Understood } from "./understand";

/** A question with what knowledge has on it, best first, and which articles the recogniser took it for. */
export type FoundQuestion = AskedQuestion & {
  passages: Passage[];
  recognised: { articleId: string; confidence: number }[];
  confidence: number;
  /** Staff decided before what this very wording asks for. */
  settled: boolean;
};

/**
 * Looks each question up in published knowledge, by the words it shares and by what the recogniser learned from earlier
 * wordings; the likeliest first. An article that is no longer public is not found, whatever the recogniser says.
 */
export async function lookUp(
  db: SqlExecutor,
  { questions, locale }: Understood,
  versions: RecogniserVersions,
): Promise<FoundQuestion[]> {
  const recogniser = await loadRecogniser(db, locale, versions?.[locale]);
  return Promise.all(
    questions.map(async (question) => {
      const { lookedUp, about } = question;
      const seen = recogniser && recognise(recogniser, lookedUp);
      const recognised = (seen?.choices ?? []).map(({ label, confidence }) => ({ articleId: label, confidence }));
      const found = await retrieve({ db, query: lookedUp, locale, about: about ?? undefined, recognised });
      const passages = settledPassages(found, seen);
      passages.sort((one, other) => other.confidence - one.confidence);
      return {
        ...question,
        passages,
        recognised,
        confidence: passages[0]?.confidence ?? 0,
        settled: seen?.settled ?? false,
      };
    }),
  );
}
