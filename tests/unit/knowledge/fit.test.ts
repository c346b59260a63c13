import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AppliesTo, type Circumstances, DIMENSION_VALUES, DIMENSIONS } from "@/lib/contracts/circumstances";
import { variantChoice } from "@/server/assistant/circumstances/variant-choice";
import { chooseVariant, fitOf } from "@/server/knowledge/variants/fit";

type Text = { name: string; appliesTo: AppliesTo };
const general: Text = { name: "general", appliesTo: {} };
const ios: Text = { name: "ios", appliesTo: { platform: ["ios"] } };
const android: Text = { name: "android", appliesTo: { platform: ["android"] } };
const tablet: Text = { name: "tablet", appliesTo: { platform: ["ios"], device: ["tablet"] } };
const china: Text = { name: "china", appliesTo: { region: ["CN"] } };
const remote: Text = { name: "remote", appliesTo: { region: ["CN-XJ", "CN-XZ"] } };
const gold: Text = { name: "gold", appliesTo: { tier: ["gold", "platinum"] } };

const TABLE: [title: string, members: Text[], known: Circumstances, does: string][] = [
  ["the general text when nothing is known", [general, ios, android], {}, "use general +ios+android"],
  ["the variant that is met", [general, ios, android], { platform: "ios" }, "use ios"],
  [
    "the general text for a platform that no variant is for",
    [general, ios, android],
    { platform: "linux" },
    "use general",
  ],
  ["the one that meets most", [general, ios, tablet], { platform: "ios", device: "tablet" }, "use tablet"],
  ["the one met whole before the one met in part", [general, ios, tablet], { platform: "ios" }, "use ios"],
  ["the narrower of two regions", [general, china, remote], { region: "CN-XJ" }, "use remote"],
  ["the country for another of its provinces", [general, china, remote], { region: "CN-SH" }, "use china"],
  ["the general text abroad", [general, china, remote], { region: "JP" }, "use general"],
  ["the general text when two are met alike", [general, ios, remote], { platform: "ios", region: "CN-XJ" }, "use ios"],
  ["the general text on a tie", [general, ios, { ...ios, name: "twin" }], { platform: "ios" }, "use general"],
  ["which, when there is no general text", [ios, android], {}, "ask ios+android"],
  ["the only one left without a general text", [ios, android], { platform: "ios" }, "use ios"],
  ["nothing when all contradict", [ios, android], { platform: "windows" }, "drop"],
  ["a single variant though nothing is known", [ios], {}, "use ios"],
  ["a variant by tier", [general, gold], { tier: "gold" }, "use gold"],
  ["no variant of another tier", [general, gold], { tier: "basic" }, "use general"],
  [
    "a country's person is not told what is for one province",
    [general, remote],
    { region: "CN" },
    "use general +remote",
  ],
];

function told(members: Text[], known: Circumstances): string {
  const choice = chooseVariant(members, known);
  if (choice.does === "drop") return "drop";
  if (choice.does === "ask") return `ask ${choice.among.map(({ name }) => name).join("+")}`;
  return `use ${choice.member.name}${choice.others.length > 0 ? ` +${choice.others.map(({ name }) => name).join("+")}` : ""}`;
}

const values = fc.record(
  Object.fromEntries(
    DIMENSIONS.map((dimension) => [
      dimension,
      fc.subarray([...DIMENSION_VALUES[dimension]].slice(0, 8), { maxLength: 3 }),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<AppliesTo>;
const person = fc.record(
  Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, fc.constantFrom(...[...DIMENSION_VALUES[dimension]].slice(0, 8))]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Circumstances>;
const family = fc
  .array(values, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((appliesTo, at) => ({ name: String(at), appliesTo })));

describe("of a family is told", () => {
  it.each(TABLE)("%s", (_title, members, known, does) => expect(told(members, known)).toBe(does));

  it("never a text that contradicts what is known", () => {
    fc.assert(
      fc.property(family, person, (members, known) => {
        const choice = chooseVariant(members, known);
        const used =
          choice.does === "use" ? [choice.member, ...choice.others] : choice.does === "ask" ? choice.among : [];
        for (const { appliesTo } of used) expect(fitOf(appliesTo, known)).not.toBeNull();
      }),
    );
  });

  it("something whenever there is a general text, and never a question", () => {
    fc.assert(
      fc.property(family, person, (members, known) => {
        expect(chooseVariant([general, ...members], known).does).toBe("use");
      }),
    );
  });

  it("the same whatever the order of texts that differ in fit", () => {
    fc.assert(
      fc.property(person, (known) => {
        const members = [general, ios, tablet, remote, gold];
        const first = chooseVariant(members, known);
        const second = chooseVariant(members.toReversed(), known);
        const strength = ({ appliesTo }: Text) => fitOf(appliesTo, known);
        if (first.does !== "use" || second.does !== "use") throw new Error("always a text");
        expect(strength(first.member)).toEqual(strength(second.member));
      }),
    );
  });
});

describe("the words that take a variant", () => {
  const one = (title: string, appliesTo: AppliesTo) => ({ title, appliesTo });
  it("are its title where the title says whom it is for, else also whom it is for", () => {
    const family = [
      one("Pairing on Android", { platform: ["android"] }),
      one("Pairing on iPhone", { platform: ["ios"] }),
    ];
    expect(family.map((member) => variantChoice(member, family, "en"))).toEqual([
      "Pairing on Android",
      "Pairing on iPhone",
    ]);
    const alike = [one("Delivery times", { region: ["CN-XJ"] }), one("Delivery times", { region: ["JP"] })];
    expect(alike.map((member) => variantChoice(member, alike, "en"))).toEqual([
      "Delivery times (Xinjiang)",
      "Delivery times (Japan)",
    ]);
    expect(variantChoice(one("配送时效", { region: ["CN-XJ", "CN-XZ"] }), [], "zh")).toBe("配送时效（新疆、西藏）");
  });
});
