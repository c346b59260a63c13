import { useEffect, useRef, useState } from "react";
import type { Locale } from "@/lib/i18n";
import type { AskWords } from "./ask-words";

export type Suggestion = { href: string; title: string; locale?: string; isQuestion: boolean };

type Found = { url: string; title: string; locale: string };

const PAUSE_MS = 150;

async function search(text: string, locale: Locale, signal: AbortSignal): Promise<Found[]> {
  const query = new URLSearchParams({ q: text, locale, limit: "6" });
  const response = await fetch(`/api/v1/articles?${query}`, { signal });
  if (!response.ok) return [];
  const { articles }: { articles: Found[] } = await response.json();
  return articles;
}

function foundWords(words: AskWords, count: number): string {
  if (count < 2) return count === 1 ? words.found.one : words.found.none;
  return words.found.other.replace("{count}", String(count));
}

/** Articles for what is being typed: after a pause, never while an input method is composing, the latest text wins. */
export function useSuggestions(locale: Locale, words: AskWords, query: string) {
  const [text, setText] = useState(query);
  const [isComposing, setComposing] = useState(false);
  const [found, setFound] = useState<{ text: string; articles: Found[] } | null>(null);
  const dismissed = useRef(query);
  const asked = text.trim();

  useEffect(() => {
    if (isComposing || !asked || asked === dismissed.current) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      search(asked, locale, abort.signal)
        .then((articles) => setFound({ text: asked, articles }))
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked, isComposing, locale]);

  const shown = asked && found ? found : null;
  const question: Suggestion = {
    href: `/${locale}/chat?${new URLSearchParams({ q: asked })}`,
    title: words.ask.replace("{query}", asked),
    isQuestion: true,
  };
  const articles = (shown?.articles ?? []).map(({ url, ...rest }) => ({ ...rest, href: url, isQuestion: false }));
  return {
    text,
    type: setText,
    composing: setComposing,
    options: shown ? [...articles, question] : [],
    found: shown ? foundWords(words, articles.length) : "",
    close: () => {
      dismissed.current = asked;
      setFound(null);
    },
  };
}
