import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packPostings, unpackPostings } from "@/server/knowledge/packed-postings";
import { findCandidates, mostPromising, telling } from "@/server/knowledge/ranking/find-candidates";
import { judgeArticles } from "@/server/knowledge/ranking/judge-articles";
import type { KeptEntry } from "@/server/knowledge/ranking/kept-index";
import { type ScoredEntry, scoreEntries } from "@/server/knowledge/ranking/score-entries";
import { spellings } from "@/server/knowledge/ranking/spellings";
import { massOf, type UsedTerm, usedTerms } from "@/server/knowledge/ranking/use-terms";
import type { WeighedTerm } from "@/server/knowledge/ranking/weigh-terms";
import { NOW } from "@/tests/support/actors";

const postings = fc.uniqueArray(
  fc.record({ term: fc.integer({ min: 1, max: 2 ** 31 - 1 }), weight: fc.integer({ min: 1, max: 2 ** 15 - 1 }) }),
  { selector: ({ term }) => term, maxLength: 40 },
);

const entry = (id: number, more: Partial<KeptEntry> = {}): KeptEntry => ({
  id,
  articleId: `a${id}`,
  versionId: `v${id}`,
  chunkId: null,
  locale: "en",
  title: `Title ${id}`,
  asked: true,
  first: true,
  expires: null,
  terms: new Int32Array(),
  weights: new Int16Array(),
  ...more,
});

const scored = (gained: number, of: KeptEntry): ScoredEntry => ({
  entry: of,
  gained: [gained, gained],
  strength: [0, 0],
  squares: [0, 0],
  covered: 0,
  matched: 1,
});

const used = (id: number, more: Partial<UsedTerm> = {}): UsedTerm => ({
  locale: "en",
  view: 0,
  token: `t${id}`,
  weight: 1,
  own: true,
  standIn: false,
  idf: 2,
  rarer: 0,
  term: { id, view: 0, articles: 1 },
  ...more,
});

describe("packed postings", () => {
  it("give back what was packed, by term, also when the texts of several entries are joined", () => {
    fc.assert(
      fc.property(postings, postings, (one, other) => {
        const { terms, weights } = unpackPostings(packPostings(one) + packPostings(other));
        const ordered = [one, other].flatMap((some) => some.toSorted((first, second) => first.term - second.term));
        expect([...terms]).toEqual(ordered.map(({ term }) => term));
        expect([...weights]).toEqual(ordered.map(({ weight }) => weight));
      }),
    );
  });
});

describe("spellings", () => {
  it("hold a letter too much, too few, wrong or swapped behind the first, and never the word itself", () => {
    const slips = spellings("stop");
    for (const slip of ["sstop", "stopp", "sto", "sop", "stap", "sotp", "stpo"]) expect(slips).toContain(slip);
    for (const other of ["stop", "top", "tsop", "atop", "st"]) expect(slips).not.toContain(other);
  });
  it("hold every word that the word itself is a slip of, if both begin alike", () => {
    const word = fc.stringMatching(/^a[a-z]{3,9}$/);
    fc.assert(
      fc.property(word, fc.nat(), (text, pick) => {
        const slips = [...spellings(text)];
        const slip = slips[pick % slips.length] ?? "";
        expect(spellings(slip)).toContain(text);
      }),
    );
  });
});

describe("candidates", () => {
  it("are the entries that promise a third of the best one's share or more, the best first", () => {
    expect(mostPromising([Float64Array.of(0, 10, 9, 1), Float64Array.of(0, 2, 4, 0)])).toEqual([2, 1]);
    expect(mostPromising([new Float64Array(3), new Float64Array(3)])).toEqual([]);
  });
  it("are sought by the rarest terms until enough postings have been read", () => {
    const terms = [used(1), used(2, { rarer: 2999 }), used(3, { rarer: 3000 })];
    expect(telling(terms).map(({ term }) => term.id)).toEqual([1, 2]);
  });
  it("are found by what the terms count in each, rare ones more", () => {
    const postings = new Map([
      [1, { places: [0, 1], weights: [100, 50] }],
      [2, { places: [1, 2], weights: [100, 5] }],
    ]);
    expect(findCandidates([used(1), used(2, { idf: 3 })], postings, 3)).toEqual([1, 0]);
  });
});

describe("terms", () => {
  const weighed = (id: number, idf: number, more: Partial<WeighedTerm> = {}): WeighedTerm => ({
    locale: "en",
    view: 0,
    token: `t${id}`,
    weight: 1,
    own: true,
    standIn: false,
    idf,
    term: { id, view: 0, articles: 700 },
    ...more,
  });
  it("are used from the rarest on, of each view as many, with the postings of the rarer ones counted up to a limit", () => {
    const terms = Array.from({ length: 40 }, (_, at) => weighed(at + 1, at + 1));
    const chosen = usedTerms([...terms, weighed(99, 1, { view: 1 }), weighed(98, 50, { term: null })]);
    expect(chosen).toHaveLength(33);
    expect(chosen.slice(0, 3).map(({ term, rarer }) => [term.id, rarer])).toEqual([
      [40, 0],
      [39, 600],
      [38, 1200],
    ]);
  });
  it("amount to what the text itself says: stand-ins and earlier turns add nothing", () => {
    const mass = massOf([weighed(1, 2), weighed(2, 3, { own: false }), weighed(3, 4, { standIn: true })]);
    expect(mass.get("en")).toEqual({ total: [2, 0], squares: [4, 0] });
  });
});

describe("scores", () => {
  it("count what is held of each term, words once, two stand-ins at most, pairs of words not at all", () => {
    const [one] = scoreEntries(
      [entry(1, { terms: new Int32Array([1, 2, 3, 4, 5]), weights: new Int16Array([100, 50, 50, 50, 50]) })],
      [
        used(1),
        used(2, { standIn: true, weight: 0.5 }),
        used(3, { standIn: true }),
        used(4, { standIn: true }),
        used(5, { token: "two words" }),
        used(6),
      ],
    );
    expect(one).toMatchObject({ gained: [2 * (100 + 25 + 50 + 50 + 50), 0], squares: [20, 0], matched: 3, covered: 0 });
  });
});

describe("judgeArticles", () => {
  const judge = (some: ScoredEntry[], more: Partial<Parameters<typeof judgeArticles>[1]> = {}) =>
    judgeArticles(some, { preferred: "en", limit: 9, now: NOW, ...more }).map(({ articleId }) => articleId);

  it("puts what matches best first, and what is recognised or talked about ahead of a slightly better match", () => {
    const some = [scored(10, entry(1)), scored(9, entry(2))];
    expect(judge(some)).toEqual(["a1", "a2"]);
    expect(judge(some, { recognised: [{ articleId: "a2", confidence: 0.9 }] })).toEqual(["a2", "a1"]);
    expect(judge(some, { about: "title 2" })).toEqual(["a2", "a1"]);
    expect(judge(some, { limit: 1 })).toEqual(["a1"]);
  });
  it("shows an article in the preferred language whenever that matches at all, and once", () => {
    const [english, chinese] = [entry(1), entry(2, { articleId: "a1", locale: "zh" })];
    const [only, ...others] = judgeArticles([scored(10, english), scored(2, chinese)], {
      preferred: "zh",
      limit: 9,
      now: NOW,
    });
    expect(only).toMatchObject({ articleId: "a1", versionId: "v2" });
    expect(others).toEqual([]);
  });
  it("leaves out what has expired", () => {
    const some = [
      scored(10, entry(1, { expires: NOW.getTime() })),
      scored(9, entry(2, { expires: NOW.getTime() + 1 })),
    ];
    expect(judge(some)).toEqual(["a2"]);
  });
});
