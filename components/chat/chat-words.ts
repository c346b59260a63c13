import type words from "@/messages/en/help.json";

/** The chat's words in one language, handed from the server; `{name}` stands for a value. */
export type ChatWords = (typeof words)["chat"];

/** A time to wait in words, to the second under two minutes. */
export function waitWords(words: ChatWords, seconds: number): string {
  return seconds < 120
    ? fill(words.seconds, { count: Math.max(2, seconds) })
    : fill(words.minutes, { count: Math.ceil(seconds / 60) });
}

/** Puts values into the places of a phrase; a place without a value stays. */
export function fill(phrase: string, values: Record<string, string | number>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
