"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { QUESTION_LIMIT } from "@/lib/contracts/knowledge";
import type { Locale } from "@/lib/i18n";
import { isImeKey } from "../shared/ime";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { addQuestions, moveBy, questionLines } from "./question-lines";

export interface QuestionListProps {
  locale: Locale;
  questions: readonly string[];
  onChange: (questions: string[]) => void;
}

const FEW = 6;

/** Other ways to ask what the article answers, in order; several can be pasted at once, one a line. */
export function QuestionList({ locale, questions, onChange }: QuestionListProps) {
  const t = useTranslations("knowledge.questions");
  const [opened] = useState(questions.length <= FEW);
  // Known by their place: a field keeps its focus while its text changes.
  const rows = questions.map((question, index) => ({ question, index }));
  return (
    <details open={opened}>
      <summary className="text-13">
        <span className="font-semibold">{t("title")}</span>{" "}
        <span className="text-muted tabular-nums">{questions.length}</span>
      </summary>
      <p className="mt-1 text-12 text-muted">{t("hint")}</p>
      <ol className="mt-2 flex flex-col gap-1">
        {rows.map(({ question, index }) => (
          <li key={index} className="flex items-center gap-1">
            <Input
              lang={locale}
              aria-label={t("nth", { number: index + 1 })}
              value={question}
              aria-invalid={question.length > QUESTION_LIMIT || undefined}
              onChange={(event) => onChange(questions.with(index, event.target.value))}
            />
            <QuestionActions index={index} questions={questions} onChange={onChange} />
          </li>
        ))}
      </ol>
      <QuestionEntry locale={locale} onAdd={(more) => onChange(addQuestions(questions, more))} />
    </details>
  );
}

type QuestionActionsProps = Pick<QuestionListProps, "questions" | "onChange"> & { index: number };

function QuestionActions({ index, questions, onChange }: QuestionActionsProps) {
  const t = useTranslations("knowledge.questions");
  const number = index + 1;
  return (
    <span className="flex shrink-0">
      <IconButton
        size={28}
        icon={ArrowUp}
        label={t("up", { number })}
        disabled={index === 0}
        onClick={() => onChange(moveBy(questions, index, -1))}
      />
      <IconButton
        size={28}
        icon={ArrowDown}
        label={t("down", { number })}
        disabled={number === questions.length}
        onClick={() => onChange(moveBy(questions, index, 1))}
      />
      <IconButton
        size={28}
        icon={X}
        label={t("remove", { number })}
        onClick={() => onChange(questions.filter((_, at) => at !== index))}
      />
    </span>
  );
}

function QuestionEntry({ locale, onAdd }: { locale: Locale; onAdd: (questions: string[]) => void }) {
  const t = useTranslations("knowledge.questions");
  const [text, setText] = useState("");
  function add(): void {
    const lines = questionLines(text);
    setText("");
    if (lines.length > 0) onAdd(lines);
  }
  function paste(event: ClipboardEvent<HTMLInputElement>): void {
    const lines = questionLines(event.clipboardData.getData("text"));
    if (lines.length < 2) return;
    event.preventDefault();
    onAdd(lines);
  }
  function key(event: KeyboardEvent): void {
    if (event.key !== "Enter" || isImeKey(event.nativeEvent) || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    add();
  }
  return (
    <div className="mt-1 flex items-center gap-2">
      <Input
        lang={locale}
        aria-label={t("new")}
        placeholder={t("placeholder")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={paste}
        onKeyDown={key}
        onBlur={add}
      />
      <Button onClick={add} disabled={text.trim() === ""}>
        {t("add")}
      </Button>
    </div>
  );
}
