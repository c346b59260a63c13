import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { AnswerTrace as Trace } from "@/lib/contracts/answer-trace";
import { type RouterOutputs, useTRPC } from "../layout/trpc-client";
import { Popover } from "../ui/popover";
import { Skeleton } from "../ui/skeleton";
import { AnswerCorrection } from "./answer-correction";
import { KeepCase, type LikelyRight } from "./keep-case";
import { PickedVariant } from "./picked-variant";

const CANDIDATES = 3;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="py-1.5">
      <dt className="text-12 text-muted">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

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
        <Fact key={question.text} label={t("question")}>
          {question.text}
          {question.confidence !== null && <span className="text-muted"> · {percent(question.confidence)}</span>}
          {(question.carried ?? []).map(({ kind, text }) => (
            <span key={kind + text} className="block text-12 text-muted">
              {t(`carried.${kind}`, { text })}
            </span>
          ))}
          {"variant" in question && question.variant && <PickedVariant variant={question.variant} />}
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
        </Fact>
      ))}
      {trace.recognised && trace.recognised.length > 0 && (
        <Fact label={t("recognised")}>
          {trace.recognised.map(({ articleId, title, confidence }) => (
            <span key={articleId} className="flex justify-between gap-3">
              <span className="min-w-0 truncate">{title}</span>
              <span className="text-muted tabular-nums">{percent(confidence)}</span>
            </span>
          ))}
        </Fact>
      )}
      {trace.candidates && trace.candidates.length > 0 && (
        <Fact label={t("found")}>
          <ol>
            {trace.candidates.slice(0, CANDIDATES).map(({ chunkId, title, confidence }) => (
              <li key={chunkId} className="flex justify-between gap-3">
                <span className="min-w-0 truncate">{title}</span>
                {confidence !== undefined && <span className="text-muted tabular-nums">{percent(confidence)}</span>}
              </li>
            ))}
          </ol>
        </Fact>
      )}
    </>
  );
}

function Written({ trace }: { trace: Trace }) {
  const t = useTranslations("conversations.trace");
  const format = useFormatter();
  const { stepDown, model, tokens, grounding, feeling, rule, timings } = trace;
  const offline = model === "zhida/offline";
  return (
    <>
      {rule && <Fact label={t("rule")}>{rule.name}</Fact>}
      {feeling && (
        <Fact label={t("feeling")}>
          {t(`sentiment.${feeling.sentiment}`)} · {t(`urgency.${feeling.urgency}`)}
        </Fact>
      )}
      {stepDown && <Fact label={t("steppedDown")}>{t(`reason.${stepDown.reason}`)}</Fact>}
      {trace.endpoints?.map(({ kind, model: name, ms, failure }) => (
        <Fact key={kind} label={t(`endpoint.${kind}`)}>
          {name}
          <span className="text-muted">
            {" · "}
            {failure ? t(`endpoint.failure.${failure}`) : t("milliseconds", { count: format.number(ms) })}
          </span>
        </Fact>
      ))}
      {model && (
        <Fact label={t("model")}>
          {offline ? t("offline") : model}
          {!offline && tokens?.input != null && (
            <span className="text-muted"> · {t("tokens", { input: tokens.input, output: tokens.output ?? 0 })}</span>
          )}
        </Fact>
      )}
      {grounding && grounding.dropped.length > 0 && (
        <Fact label={t("dropped")}>
          <ul className="list-disc pl-4">
            {grounding.dropped.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Fact>
      )}
      {timings?.total !== undefined && (
        <Fact label={t("took")}>{t("milliseconds", { count: format.number(timings.total) })}</Fact>
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
            <LookedUp explained={data} messageId={messageId} lang={lang} />
            <Written trace={data.trace} />
          </dl>
          <p className="hidden text-muted peer-empty:block">{t("nothing")}</p>
        </>
      )}
    </Popover>
  );
}
