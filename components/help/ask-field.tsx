"use client";

import { useState } from "react";
import { AskCorners } from "@/components/shared/ask-corners";
import { isImeKey } from "@/components/shared/ime";
import type { Locale } from "@/lib/i18n";
import type { AskWords } from "./ask-words";
import { useSuggestions } from "./use-suggestions";

type AskFieldProps = {
  locale: Locale;
  words: AskWords;
  /** What was searched for already. */
  query?: string;
};

const RESULTS = "ask-results";

/**
 * Ask or search. A plain search form without JavaScript; with it a combobox: at most six articles and, last, the
 * question itself for the assistant.
 */
export function AskField({ locale, words, query = "" }: AskFieldProps) {
  const { text, type, composing, options, found, close } = useSuggestions(locale, words, query);
  const [active, setActive] = useState(-1);
  const isOpen = options.length > 0;
  const chosen = isOpen ? options[active] : undefined;
  const move = (step: number) => {
    const places = options.length + 1;
    setActive(((active + 1 + step + places) % places) - 1);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isImeKey(event) || !isOpen) return;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && chosen) location.assign(chosen.href);
    else return;
    event.preventDefault();
  };
  return (
    <form
      action={`/${locale}/search`}
      className="mt-8"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
    >
      <AskCorners>
        <input
          name="q"
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-expanded={isOpen}
          aria-controls={RESULTS}
          aria-autocomplete="list"
          aria-activedescendant={chosen && `${RESULTS}-${active}`}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={500}
          placeholder={words.placeholder}
          value={text}
          onChange={(event) => {
            setActive(-1);
            type(event.target.value);
          }}
          onCompositionStart={() => composing(true)}
          onCompositionEnd={() => composing(false)}
          onKeyDown={onKeyDown}
          className="h-14 w-full rounded-control border border-edge bg-surface pr-14 pl-4 text-16"
        />
        <button
          type="submit"
          aria-label={words.submit}
          className="absolute top-1.5 right-1.5 flex size-11 items-center justify-center rounded-control text-muted hover:bg-hover"
        >
          <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5 fill-none stroke-current" strokeWidth="1.75">
            <path d="M20 5v6a3 3 0 0 1-3 3H5m5-5-5 5 5 5" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </button>
        <div
          id={RESULTS}
          role="listbox"
          aria-label={words.results}
          hidden={!isOpen}
          className="absolute inset-x-0 top-full z-10 mt-1 overflow-hidden rounded-panel border border-line bg-surface py-1 shadow-floating"
        >
          {options.map((option, index) => (
            <a
              key={option.href}
              id={`${RESULTS}-${index}`}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              href={option.href}
              lang={option.locale}
              className={`block truncate px-4 py-2.5 aria-selected:bg-hover hover:bg-hover ${option.isQuestion ? "border-line border-t text-accent first:border-t-0" : ""}`}
            >
              {option.title}
            </a>
          ))}
        </div>
      </AskCorners>
      <p role="status" className="sr-only">
        {found}
      </p>
    </form>
  );
}
