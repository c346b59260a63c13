import { describe, expect, it } from "vitest";
import { frequencies, weigh } from "@/server/assistant/recogniser/corpus";
import { gramOf } from "@/server/assistant/recogniser/gram";
import { runSteps } from "@/server/assistant/recogniser/steps";
import { scoreCells, weightSpace } from "@/server/assistant/recogniser/svm-space";
import { type LabelProblem, trainLabels } from "@/server/assistant/recogniser/train-labels";
import { readExamples } from "@/server/assistant/recogniser/train-recogniser";
import { trainBinary } from "@/server/assistant/recogniser/train-svm";
import { SHOP_EN } from "./questions";

const { taught, labels, labelOf, corpus } = runSteps(readExamples(SHOP_EN));
const rows = Uint32Array.from(taught.keys());
const data = weigh(corpus, frequencies(corpus, rows), rows.length);
const problem: LabelProblem = {
  data,
  labelOf,
  labels: labels.length,
  isGuessed: () => false,
  worthOf: () => 1,
  gram: null,
};

const scoresBy = (weights: Float32Array): number[] =>
  Array.from(rows, (row) => scoreCells(weights, data, data.start[row] ?? 0, data.start[row + 1] ?? 0));

function scoresOf(how: LabelProblem): number[][] {
  const found: number[][] = [];
  runSteps(trainLabels(how, rows, (_, weights) => found.push(scoresBy(weights))));
  return found;
}

/** Every label by itself, from nothing known. */
function scoresFromNothing(): number[][] {
  return labels.map((_, label) => {
    const weights = new Float32Array(data.features);
    const isPositive = (row: number) => labelOf[row] === label;
    const lesson = { rows, isPositive, worthOf: () => 1, alpha: new Float32Array(rows.length) };
    trainBinary(lesson, weightSpace(data, rows, weights), label + 1);
    return scoresBy(weights);
  });
}

const furthest = (one: number[][], other: number[][]): number =>
  Math.max(...one.flatMap((scores, label) => scores.map((score, at) => Math.abs(score - (other[label]?.[at] ?? 9)))));

describe("telling every label from the rest", () => {
  it("gives each phrasing its own label", () => {
    const scores = scoresOf(problem);
    for (const row of rows) {
      const best = scores.reduce((top, own, label) => (at(own, row) > at(scores[top] ?? [], row) ? label : top), 0);
      expect(best).toBe(labelOf[row]);
    }
  });

  it("comes from what all labels share to what each would come to by itself", () => {
    expect(furthest(scoresOf(problem), scoresFromNothing())).toBeLessThan(0.1);
  });

  it("comes to the same by inner products of rows as by weights of features", () => {
    expect(furthest(scoresOf({ ...problem, gram: gramOf(data, rows.length) }), scoresOf(problem))).toBeLessThan(0.001);
  });
});

function at(scores: readonly number[], row: number): number {
  return scores[row] ?? Number.NEGATIVE_INFINITY;
}
