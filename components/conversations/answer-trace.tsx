import { useQuery } from "@tanstack/react-query";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import type { AnswerTrace as Trace } from "@/lib/contracts/answer-trace";
import { type RouterOutputs, useTRPC } from "../layout/trpc-client";
import { Popover } from "../ui/popover";
import { Skeleton } from "../ui/skeleton";
import { AnswerCorrection } from "./answer-correction";
import { AnswerCost } from "./answer-cost";
import { CameNearest } from "./came-nearest";
import { KeepCase, type LikelyRight } from "./keep-case";
import { PickedVariant } from "./picked-variant";
import { TraceFact } from "./trace-fact";

type Explained = RouterOutputs["assistant"]["trace"];

/** What staff said should answer a question, else what a message of one question was answered from. */
function likelyRight({ trace, corrections }: Explained, position: number): LikelyRight | null {
  const said = corrections.find((correction) => correction.position === position);
  if (said) return said;
  const [question, another] = trace.questions ?? [];
  return question?.outcome === "answer" && !another ? (trace.candidates?.[0] ?? null) : null;
}

/** What was looked up, with what was carried over, and what else came near. */
function LookedUp({ explained, messageId, lang }: { explained: Explained; messageId: string; lang: string }) {
  const { trace, corrections } = explained;
  const t = useTranslations("conversations.trace");
  const format = useFormatter();
  const percent = (share: number) => format.number(share, { style: "percent" });
  const questions = trace.questions ?? (trace.query ? [{ text: trace.query, confidence: null, carried: [] }] : []);
  return (
    <>
      {questions.map((question, position) => (
        <Fragment key={question.text}>
          <TraceFact label={t("question")}>
            {question.text}
            {question.confidence !== null && <span className="text-muted"> · {percent(question.confidence)}</span>}
            {(question.carried ?? []).map(({ kind, text }) => (
              <span key={kind + text} className="block text-12 text-muted">
                {t(`carried.${kind}`, { text })}
              </span>
            ))}
            {"variant" in question && question.variant && <PickedVariant variant={question.variant} />}
            {"outcome" in question && question.outcome === "action" && (
              <span className="block text-12 text-muted">{t("taken")}</span>
            )}
            {"settled" in question && question.settled && (
              <span className="block text-12 text-muted">{t("correction.followed")}</span>
            )}
            {trace.questions && (
              <>
                <AnswerCorrection messageId={messageId} position={position} lang={lang} corrections={corrections} />
                <KeepCase
                  messageId={messageId}
                  position={position}
                  lang={lang}
                  likely={likelyRight(explained, position)}
                />
              </>
            )}
          </TraceFact>
          <CameNearest trace={trace} position={position} />
        </Fragment>
      ))}
      <CameNearest trace={trace} position={null} />
    </>
  );
}

/** The action that spoke, and how it stood with this answer. */
function Acted({ action: { names, outcome } }: { action: NonNullable<Explained["action"]> }) {
  const t = useTranslations("conversations");
  const locale = useLocale() === "zh" ? "zh" : "en";
  return (
    <TraceFact label={t("trace.action")}>
      {names[locale]}
      <span className="text-muted"> · {t(`actionOutcome.${outcome}`)}</span>
    </TraceFact>
  );
}

function Written({ trace }: { trace: Trace }) {
  const t = useTranslations("conversations.trace");
  const format = useFormatter();
  const { stepDown, model, grounding, feeling, rule, timings } = trace;
  return (
    <>
      {rule && <TraceFact label={t("rule")}>{rule.name}</TraceFact>}
      {feeling && (
        <TraceFact label={t("feeling")}>
          {t(`sentiment.${feeling.sentiment}`)} · {t(`urgency.${feeling.urgency}`)}
        </TraceFact>
      )}
      {stepDown && <TraceFact label={t("steppedDown")}>{t(`reason.${stepDown.reason}`)}</TraceFact>}
      {trace.endpoints?.map(({ kind, model: name, ms, failure }) => (
        <TraceFact key={kind} label={t(`endpoint.${kind}`)}>
          {name}
          <span className="text-muted">
            {" · "}
            {failure ? t(`endpoint.failure.${failure}`) : t("milliseconds", { count: format.number(ms) })}
          </span>
        </TraceFact>
      ))}
      {model && <TraceFact label={t("model")}>{model === "zhida/offline" ? t("offline") : model}</TraceFact>}
      {grounding && grounding.dropped.length > 0 && (
        <TraceFact label={t("dropped")}>
          <ul className="list-disc pl-4">
            {grounding.dropped.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </TraceFact>
      )}
      {timings?.total !== undefined && (
        <TraceFact label={t("took")}>{t("milliseconds", { count: format.number(timings.total) })}</TraceFact>
      )}
    </>
  );
}

/** Behind an assistant's answer: why it reads as it does, fetched when asked for. */
export function AnswerTrace({ messageId, lang }: { messageId: string; lang: string }) {
  const t = useTranslations("conversations.trace");
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const { data, isError } = useQuery(
    trpc.assistant.trace.queryOptions({ messageId }, { enabled: open, staleTime: Number.POSITIVE_INFINITY }),
  );
  const trigger = (
    <button
      type="button"
      className="mt-1 text-12 text-muted underline-offset-2 hover:underline pointer-coarse:min-h-11"
    >
      {t("open")}
    </button>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} label={t("open")} trigger={trigger} className="w-90">
      {isError && <p className="text-danger">{t("failed")}</p>}
      {/* As tall as the explanation mostly is: the layer picks its side by what it first holds. */}
      {!data && !isError && <Skeleton className="h-72" />}
      {data && (
        <>
          <dl className="peer divide-y divide-line">
            {data.action && <Acted action={data.action} />}
            <LookedUp explained={data} messageId={messageId} lang={lang} />
            <Written trace={data.trace} />
            <AnswerCost spent={data.spent} />
          </dl>
          <p className="hidden text-muted peer-empty:block">{t("nothing")}</p>
        </>
      )}
    </Popover>
  );
}
