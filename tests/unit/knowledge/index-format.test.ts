import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { FORMAT } from "@/server/assistant/recogniser/encode-recogniser";
import { featuresOf } from "@/server/assistant/recogniser/features";
import { tokensOf } from "@/server/assistant/recogniser/tokens";
import { INDEX_FORMAT } from "@/server/knowledge/index-statistics";
import { INITIAL_AVERAGES, postingWeights } from "@/server/knowledge/posting-weights";

const TEXTS = [
  "Can't I cancel orders after they've been dispatched?",
  "門店幾點關門，節日也營業嗎？",
  "如何退货？怎样付款？",
  "ＡｉｒＢｕｄｓ Pro 2 耳机充电要多久？ €19.90",
];
const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

/** What stored indexes hold of these texts: whoever changes it raises INDEX_FORMAT, so that installations follow. */
it("gives the same postings for as long as the index's format is the same", () => {
  const entries = TEXTS.map((title) => postingWeights({ title, body: TEXTS.join("\n") }, INITIAL_AVERAGES));
  expect([INDEX_FORMAT, digest(entries)], "Other postings: raise INDEX_FORMAT, and write both here").toEqual([
    2,
    "d5fc86a43fd4e74e",
  ]);
});

/** The same for models: whoever changes it raises FORMAT, so that they are trained anew. */
it("gives the same features for as long as the recogniser's format is the same", () => {
  const features = TEXTS.map((text) => featuresOf(tokensOf(text)));
  expect([FORMAT, digest(features)], "Other features: raise FORMAT, and write both here").toEqual([
    3,
    "9426678774f48e19",
  ]);
});
