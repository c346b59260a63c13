import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LinkedText } from "@/components/shared/linked-text";
import { Markdown } from "@/components/shared/markdown";
import { boundNesting } from "@/lib/text/bound-nesting";
import { parseAnswer } from "@/lib/text/parse-answer";
import { corporaPresent, NEEDS_CORPORA, naughtyStrings, scriptAttacks, unicodeStrings } from "../../support/corpora";

const TAG = /<\/?([a-z][a-z0-9-]*)((?:"[^"]*"|[^>"])*)>/gi;
const HARMLESS =
  /^(?:div|span|p|a|br|hr|em|strong|del|code|pre|blockquote|ul|ol|li|h[1-6]|table|thead|tbody|tr|th|td|img|input|sup|section)$/;
const ATTRIBUTES =
  /^(?:class|lang|href|rel|target|src|alt|title|align|checked|disabled|type|start|id|data-[a-z-]+|aria-[a-z]+|dir|style)$/;
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#|\?)/i;

/** React's own hint for a picture of this site. */
const PRELOAD = /^<link rel="preload" as="image" href="\/(?![/\\])[^"]*"\/>$/;

/** What of a page's HTML could act: tags, attributes or addresses beyond the plain ones of text. */
function dangers(html: string): string[] {
  return [...html.matchAll(TAG)].flatMap(([tag, name = "", rest = ""]) => {
    if (PRELOAD.test(tag)) return [];
    const attributes = [...rest.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)].map(([, key = "", value = ""]) => ({
      key,
      value,
    }));
    const strange = attributes.some(({ key, value }) => {
      if (!ATTRIBUTES.test(key)) return true;
      if (key === "style") return !/^text-align:(?:left|right|center)$/.test(value);
      return (key === "href" || key === "src") && !ADDRESS.test(value);
    });
    return HARMLESS.test(name) && !strange ? [] : [tag];
  });
}

/** Processor time of this process, so that a busy machine does not fail it. */
function worked(run: () => string): { html: string; seconds: number } {
  const before = process.cpuUsage();
  const html = run();
  return { html, seconds: process.cpuUsage(before).user / 1e6 };
}

const withArticles = (slug: string) => `/en/articles/${slug}`;
const markdown = (text: string) => renderToStaticMarkup(<Markdown text={text} articleHref={withArticles} />);
const verbatim = (text: string) => renderToStaticMarkup(<LinkedText text={text} />);
const decoded = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

const awkward = () => [...naughtyStrings(), ...unicodeStrings().map(({ value }) => value)];

describe("the check itself", () => {
  it("finds what could act", () => {
    for (const html of [
      "<script>",
      '<a href="javascript:x">',
      '<img src="x" onerror="y">',
      "<svg>",
      '<p style="x:y">',
      '<a href="//evil">',
    ]) {
      expect(dangers(html)).toHaveLength(1);
    }
    expect(dangers('<p>a <a href="https://a.cn/" rel="x">b</a></p>')).toEqual([]);
  });
});

describe.skipIf(!corporaPresent)(`articles' and staff's Markdown${NEEDS_CORPORA}`, () => {
  it("makes nothing that could act of any scripting attack", () => {
    const attacks = scriptAttacks();
    expect(attacks.length).toBeGreaterThan(700);
    for (const attack of attacks) {
      expect([attack, dangers(markdown(attack))]).toEqual([attack, []]);
      const address = attack.replaceAll(/[\s()]/g, "");
      expect([address, dangers(markdown(`[x](${address}) ![y](${address})`))]).toEqual([address, []]);
    }
  }, 60_000);

  it("shows every naughty and awkward string without a foreign picture, each in two seconds of work at most", () => {
    for (const text of awkward().map((one) => one.slice(0, 20_000))) {
      const { html, seconds } = worked(() => markdown(text));
      expect([text.slice(0, 80), dangers(html), seconds < 2]).toEqual([text.slice(0, 80), [], true]);
      expect(html).not.toMatch(/<img[^>]+src="(?!\/[^/])/);
    }
  }, 60_000);
});

describe.skipIf(!corporaPresent)(`the assistant's answers in the chat${NEEDS_CORPORA}`, () => {
  it("link only to this site and to https, whatever the model was made to say", () => {
    for (const text of [...awkward().map((one) => one.slice(0, 20_000)), ...scriptAttacks()]) {
      const links = JSON.stringify(parseAnswer(`${text}\n\n[x](${text.replaceAll(/[\s()]/g, "")})`));
      expect(links).not.toMatch(/"href":"(?!https:|\/[^/\\]|\/"|#|\?)/);
    }
  }, 30_000);
});

describe("Markdown nested deeper than anybody writes", () => {
  const deep: Record<string, string> = {
    quotes: ">".repeat(10_000),
    "spaced quotes": "> ".repeat(5_000),
    bullets: "- ".repeat(5_000),
    numbers: "1. ".repeat(3_000),
    "mixed markers": "> - 1. ".repeat(2_000),
    "a staircase of lists": Array.from({ length: 400 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n"),
    stars: `${"*".repeat(4_000)}a${"*".repeat(4_000)}`,
    brackets: "[".repeat(4_000),
    backticks: `${"`".repeat(3_000)}a`,
  };

  it.each(Object.entries(deep))("%s: is rendered all the same, in two seconds of work at most", (_, text) => {
    const { html, seconds } = worked(() => markdown(`${text}\n\nthe end`));
    expect(html).toContain("the end");
    expect(seconds).toBeLessThan(2);
  });

  it("comes back unchanged when it is what people write", () => {
    const text =
      "> > a\n\n- one\n  - two\n    1. three\n\n***bold***\n\n* * *\n\n    code - 1. > x\n\n2026. was a year";
    expect(boundNesting(text)).toBe(text);
  });
});

describe.skipIf(!corporaPresent)(`customers' words${NEEDS_CORPORA}`, () => {
  it("are shown as they were written, with nothing that could act but http links", () => {
    for (const text of [...awkward(), ...scriptAttacks()]) {
      const html = verbatim(text);
      expect([text.slice(0, 80), dangers(html)]).toEqual([text.slice(0, 80), []]);
      expect(decoded(html)).toBe(text);
      expect(html).not.toMatch(/href="(?!https?:)/);
    }
  });
});
