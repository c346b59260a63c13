import { describe, expect, it } from "vitest";
import { GAP_STATES, type GapSource, type SourceReply } from "@/lib/contracts/gaps";
import { applySuggestion } from "@/server/gaps/apply-suggestion";
import { type GapFacts, type GapQuestion, isWorthwhile, leadOf, suggest } from "@/server/gaps/suggest";
import { askedFor } from "@/server/gaps/terms";
import { GAP_TRANSITIONS, type GapMove, gapAfter } from "@/server/gaps/transitions";

const conversations = (function* () {
  for (let number = 1; ; number += 1) yield `conv_${number}`;
})();
const question = (text: string, source: GapSource = "unanswered"): GapQuestion => ({
  ...askedFor(text, text.toLowerCase().split(" "), null),
  text,
  source,
  conversationId: conversations.next().value,
});
const reply = (body: string, bearsOn = true) => ({
  body,
  bearsOn,
  reply: { by: "Grace", messages: [body] } as unknown as SourceReply,
});
const article = { id: "art_1", title: "Gift wrapping", questions: ["wrap a gift"], body: "We wrap gifts." };
const facts = (more: Partial<GapFacts>): GapFacts => ({
  questions: [question("engrave the case"), question("engrave my case"), question("engrave the case")],
  pointed: null,
  cited: null,
  reply: null,
  ...more,
});

describe("a suggestion", () => {
  it("is a new article from the good reply, asked as customers asked", () => {
    expect(suggest(facts({ reply: reply("No.") }))).toMatchObject({
      kind: "article",
      title: "engrave the case",
      questions: ["engrave my case"],
      body: "No.",
    });
  });

  it("is a new article yet to be written where nobody replied well", () => {
    expect(suggest(facts({}))).toMatchObject({ kind: "article", body: "", reply: null });
  });

  it("is wordings for the article people pointed to, without those it has", () => {
    const questions = [question("Wrap a gift!"), question("gift wrap please")];
    expect(suggest(facts({ questions, pointed: article, reply: reply("No.") }))).toMatchObject({
      kind: "wordings",
      articleId: "art_1",
      questions: ["gift wrap please"],
    });
  });

  it("is what the article that did not help lacks, unless it says so already", () => {
    expect(suggest(facts({ cited: article, reply: reply("Card 5.") }))).toMatchObject({
      kind: "passage",
      body: "Card 5.",
    });
    expect(suggest(facts({ cited: article, reply: reply("We wrap, gifts") }))).toMatchObject({
      kind: "passage",
      body: "",
    });
  });

  it("adds nothing to an article from a reply that speaks of something else", () => {
    expect(suggest(facts({ cited: article, reply: reply("Card 5.", false) }))).toMatchObject({
      kind: "passage",
      body: "",
    });
  });

  it("is called by a wording in which nothing is masked, if there is one", () => {
    expect(leadOf([question("engrave … case"), question("engrave … case"), question("engrave a case")])?.text).toBe(
      "engrave a case",
    );
  });
});

describe("a need is worth a person's time", () => {
  const times = (n: number, source: GapSource) => Array.from({ length: n }, () => question("x", source));
  it("once knowledge had nothing, or staff said so", () => {
    expect(isWorthwhile(times(1, "unanswered"))).toBe(true);
    expect(isWorthwhile(times(1, "corrected"))).toBe(true);
  });
  it("once three customers called it unsolved, or six wanted a person right after it", () => {
    expect(isWorthwhile(times(2, "not_solved"))).toBe(false);
    expect(isWorthwhile(times(3, "not_solved"))).toBe(true);
    expect(isWorthwhile(times(5, "handed_over"))).toBe(false);
    expect(isWorthwhile(times(6, "handed_over"))).toBe(true);
  });
  it("not because one customer repeats it", () => {
    const [one] = times(1, "not_solved");
    expect(isWorthwhile(Array.from({ length: 9 }, () => one as GapQuestion))).toBe(false);
  });
});

describe("a suggestion that is taken", () => {
  const base = { title: "Gift wrapping", questions: ["wrap a gift"], body: "We wrap gifts.\n" };
  it("adds to an article and takes nothing away", () => {
    const more = { title: "x", questions: ["Wrap a gift?", "gift wrap", "Gift wrap!"], body: "Cards cost 5." };
    expect(applySuggestion(base, more)).toEqual({
      title: "Gift wrapping",
      questions: ["wrap a gift", "gift wrap"],
      body: "We wrap gifts.\n\nCards cost 5.",
    });
  });
  it("adds only the wordings that are wanted", () => {
    expect(applySuggestion(base, { title: "x", questions: ["a b", "c d"], body: "" }, ["c d", "not offered"])).toEqual({
      ...base,
      questions: ["wrap a gift", "c d"],
      body: "We wrap gifts.",
    });
  });
});

describe("a gap", () => {
  it("moves only so", () => {
    const legal = (Object.keys(GAP_TRANSITIONS) as GapMove[]).flatMap((move) =>
      GAP_STATES.flatMap((state) => (gapAfter(state, move) ? [`${state} -${move}-> ${gapAfter(state, move)}`] : [])),
    );
    expect(legal.sort()).toEqual([
      "dismissed -ask_again-> open",
      "dismissed -reopen-> open",
      "drafted -publish-> published",
      "drafted -reopen-> open",
      "gathering -list-> open",
      "open -dismiss-> dismissed",
      "open -draft-> drafted",
      "open -publish-> published",
      "published -ask_again-> open",
    ]);
  });
});
