"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { BothLanguages } from "./both-languages";
import { type Draft, linesOf } from "./draft";

const LIMIT = 12_000;

/** How customers ask for an action, one sentence a line. */
export function PhrasingFields(props: { value: Draft["phrasings"]; onChange: (value: Draft["phrasings"]) => void }) {
  const t = useTranslations("actions.form");
  const [text, setText] = useState({ zh: props.value.zh.join("\n"), en: props.value.en.join("\n") });
  return (
    <BothLanguages
      label={t("phrasings")}
      hint={t("phrasingsHint")}
      rows={4}
      optional
      limit={LIMIT}
      value={text}
      onChange={(next) => {
        setText(next);
        props.onChange({ zh: linesOf(next.zh), en: linesOf(next.en) });
      }}
    />
  );
}
