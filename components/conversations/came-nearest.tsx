import { useFormatter, useTranslations } from "next-intl";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import { TraceFact } from "./trace-fact";

const CANDIDATES = 3;
/** What would read "0 %" was not recognised. */
const LEAST = 0.005;

function Title({ title, confidence }: { title: string; confidence?: number }) {
  const format = useFormatter();
  return (
    <span className="flex justify-between gap-3">
      <span className="min-w-0">{title}</span>
      {confidence !== undefined && (
        <span className="text-muted tabular-nums">{format.number(confidence, { style: "percent" })}</span>
      )}
    </span>
  );
}

/** What was recognised and what came nearest: of one question, or of a whole message where that was not told apart. */
export function CameNearest({
  trace: { questions = [], recognised = [], candidates = [] },
  position,
}: {
  trace: AnswerTrace;
  position: number | null;
}) {
  const t = useTranslations("conversations.trace");
  const whole = questions.length > 1 ? null : 0;
  const ofThis = ({ question = whole }: { question?: number | null }) => question === position;
  const seen = recognised.filter((one) => ofThis(one) && one.confidence >= LEAST);
  const found = candidates.filter(ofThis).slice(0, CANDIDATES);
  return (
    <>
      {seen.length > 0 && (
        <TraceFact label={t("recognised")}>
          {seen.map((one) => (
            <Title key={one.articleId} {...one} />
          ))}
        </TraceFact>
      )}
      {found.length > 0 && (
        <TraceFact label={t("found")}>
          <ol>
            {found.map((one) => (
              <li key={one.chunkId}>
                <Title {...one} />
              </li>
            ))}
          </ol>
        </TraceFact>
      )}
    </>
  );
}
