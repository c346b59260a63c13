"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { HANDOFF_REASONS, type MessageView } from "@/lib/contracts/conversations";
import { formatExact, formatSeparator, type TimeReader } from "@/lib/time";
import { LinkedText } from "../shared/linked-text";
import { Markdown } from "../shared/markdown";
import { useNow } from "../shared/use-now";
import { AssistantAnswer } from "./assistant-answer";
import type { ConversationDetail } from "./conversation-types";
import { MessageAttachments } from "./message-attachments";
import { MessageBubble } from "./message-bubble";
import type { ThreadRow } from "./thread-rows";

const HOUR_MS = 3_600_000;

function TimeLine({ at, reader }: { at: string; reader: TimeReader }) {
  const now = useNow(HOUR_MS);
  const time = new Date(at);
  return (
    <p className="py-2 text-center text-12 text-muted">
      <time dateTime={at} title={formatExact(time, reader)}>
        {formatSeparator(time, new Date(now ?? at), reader)}
      </time>
    </p>
  );
}

type Rating = ConversationDetail["ratings"][number];

function GivenRating({ rating, lang }: { rating: Rating; lang: string }) {
  const [t, scores] = [useTranslations("conversations.message"), useTranslations("customers.score")];
  return (
    <div className="pb-2 text-center text-12 text-muted">
      <p>{t("rated", { label: scores(String(rating.score) as "1" | "2" | "3" | "4") })}</p>
      {rating.comment && <LinkedText text={rating.comment} lang={lang} />}
    </div>
  );
}

function Notice({ message, action }: { message: MessageView; action?: ReactNode }) {
  const t = useTranslations("conversations.activity");
  const locale = useLocale();
  const reasons = useTranslations("conversations.handoff.reason");
  const { name, values } = message.activity ?? { name: "reopened" as const, values: {} };
  const group = values[locale] ?? values.zh ?? values.en ?? "";
  // Lines from before the reason was kept read as a wish for a person; so does the wish itself.
  const reason = HANDOFF_REASONS.find((one) => one === values.reason && one !== "requested");
  return (
    <p className="py-2 text-center text-12 text-muted">
      {reason ? t("handed_over", { reason: reasons(reason) }) : t(name, { name: values.name ?? "", group })}
      {action}
    </p>
  );
}

function Spoken({
  row,
  customerName,
  lang,
  foot,
}: {
  row: Extract<ThreadRow, { type: "message" }>;
  customerName: string;
  lang: string;
  foot?: ReactNode;
}) {
  const t = useTranslations("conversations.message");
  const { message, first, last } = row;
  if (message.sender.type === "assistant") return <AssistantAnswer message={message} lang={lang} />;
  const fromCustomer = message.kind === "incoming";
  const name = fromCustomer ? customerName : (message.sender.name ?? t("agent"));
  const side = fromCustomer ? "customer" : message.kind === "note" ? "note" : "agent";
  return (
    <MessageBubble side={side} name={name} first={first} last={last} label={t(`label.${side}`, { name })} foot={foot}>
      {message.text &&
        (fromCustomer ? <LinkedText text={message.text} lang={lang} /> : <Markdown text={message.text} />)}
      <MessageAttachments attachments={message.attachments} />
    </MessageBubble>
  );
}

type Props = {
  row: ThreadRow;
  customerName: string;
  lang: string;
  locale: string;
  timeZone: string;
  /** Under the message: sent, read. */
  foot?: ReactNode;
  /** Behind a notice: undo. */
  action?: ReactNode;
  /** Under a notice that it was resolved: what the customer said of it. */
  rating?: Rating;
};

/** One line of the log. Rows that did not change are not rendered again. */
export const ThreadLine = memo(function ThreadLine(props: Props) {
  const { row, customerName, lang, locale, timeZone, foot, action, rating } = props;
  if (row.type === "time") return <TimeLine at={row.at} reader={{ locale, timeZone }} />;
  if (row.type === "message") return <Spoken row={row} customerName={customerName} lang={lang} foot={foot} />;
  return (
    <>
      <Notice message={row.message} action={action} />
      {rating && <GivenRating rating={rating} lang={lang} />}
    </>
  );
});
