import { expect, it } from "vitest";
import type { Locale } from "@/lib/i18n";
import { ruleCitation } from "@/server/assistant/sources";
import { rule } from "./decided";

const text = (locale: Locale) => ({
  articleId: "art_1",
  title: `Terms ${locale}`,
  slug: "terms",
  locale,
  versionId: "v",
  chunkId: "c",
});

it.each([
  ["zh", ["en", "zh"], ["Terms zh"]],
  ["en", ["en", "zh"], ["Terms en"]],
  ["en", ["zh"], ["Terms zh"]],
  ["en", [], []],
] as const)(
  "exact words cite their article in the language of the answer, else in another: %s of %j",
  (locale, published, titles) => {
    const cited = ruleCitation({ ...rule("exact", "warranty"), sources: published.map(text) }, locale);
    expect(cited.map(({ title }) => title)).toEqual(titles);
  },
);
