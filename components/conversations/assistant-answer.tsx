import { useTranslations } from "next-intl";
import type { MessageView } from "@/lib/contracts/conversations";
import { CITATION_MARK } from "@/lib/text/citation-marks";
import { Mark } from "../shared/mark";
import { Markdown } from "../shared/markdown";
import { OUTCOME_SHAPES } from "../shared/outcome-shapes";
import { Shape } from "../ui/shape";
import { AnswerTrace } from "./answer-trace";

const SHOWN_SOURCES = 3;

type Source = { url: string; title: string; numbers: number[] };

/** One slip an article, with every number under which it is cited. */
function sourcesOf(message: MessageView): Source[] {
  const byArticle = new Map<string, Source>();
  message.citations.forEach(({ articleId, url, title }, index) => {
    const known = byArticle.get(articleId) ?? { url, title, numbers: [] };
    byArticle.set(articleId, { ...known, numbers: [...known.numbers, index + 1] });
  });
  return [...byArticle.values()];
}

/** Numbers in square brackets become links to the source they name; others stay text. */
function linkSources(message: MessageView): string {
  return message.text.replaceAll(CITATION_MARK, (whole, number: string) => {
    const source = message.citations[Number(number) - 1];
    return source ? `[[${number}]](${source.url})` : whole;
  });
}

/** What the customer saw under the answer: choices, or each question of theirs with what became of it. */
function Asked({ message: { choices = [], questions = [] } }: { message: MessageView }) {
  const t = useTranslations("conversations.message");
  if (choices.length === 0 && questions.length < 2) return null;
  return (
    <ul aria-label={t(choices.length > 0 ? "choices" : "questions")} className="mt-2 flex flex-col gap-1">
      {choices.map((choice) => (
        <li key={choice} className="w-fit rounded-chip border border-line px-2 py-1">
          {choice}
        </li>
      ))}
      {questions.map(({ text, outcome }) => (
        <li key={text} className="flex items-baseline gap-2">
          <Shape name={OUTCOME_SHAPES[outcome]} size={10} />
          <span className="min-w-0">
            {text} <span className="text-12 text-muted">{t(`outcomes.${outcome}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The assistant quotes: full width, no bubble, between the corners; the long one only when it finished. */
export function AssistantAnswer({ message, lang }: { message: MessageView; lang: string }) {
  const t = useTranslations("conversations.message");
  const all = sourcesOf(message);
  const sources = all.slice(0, SHOWN_SOURCES);
  const more = all.length - sources.length;
  return (
    <div>
      <p className="mb-1 flex items-center gap-1.5 text-12 text-muted">
        <Mark size={14} state={message.stopped ? "open" : "closed"} />
        <span>
          {t("assistant")} · <strong className="font-semibold">{t("generated")}</strong>
        </span>
      </p>
      <div className="relative w-fit max-w-full pt-0.5 pr-2 pb-3 pl-4">
        <span aria-hidden="true" className="absolute top-0 left-0 size-2.5 border-text border-t-2 border-l-2" />
        <Markdown text={linkSources(message)} lang={lang} />
        {!message.stopped && (
          <span
            aria-hidden="true"
            className="absolute right-0 bottom-0 h-4.5 w-7 border-accent border-r-2 border-b-2"
          />
        )}
      </div>
      {message.stopped && <p className="mt-1 text-12 text-muted">{t("stopped")}</p>}
      {sources.length > 0 && (
        <ul aria-label={t("sources")} className="mt-2 flex flex-wrap gap-1.5">
          {sources.map((source) => (
            <li key={source.url} className="min-w-0 max-w-full">
              <a
                href={source.url}
                target="_blank"
                rel="noreferrer"
                className="flex h-8 pointer-coarse:h-11 items-center gap-2 rounded-chip border border-line px-2 hover:bg-hover"
              >
                <span className="font-semibold text-12 text-accent">{source.numbers.join(", ")}</span>
                <span className="truncate">{source.title}</span>
              </a>
            </li>
          ))}
          {more > 0 && <li className="flex h-8 items-center text-12 text-muted">+{more}</li>}
        </ul>
      )}
      <Asked message={message} />
      <AnswerTrace messageId={message.id} lang={lang} />
    </div>
  );
}
