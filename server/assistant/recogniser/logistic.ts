const SWEEPS = 80;
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/** The probability that a logistic model gives: `coefficients` are the intercept and one for each input. */
export function probability(coefficients: ArrayLike<number>, inputs: ArrayLike<number>): number {
  let sum = coefficients[0] as number;
  for (let at = 0; at < inputs.length; at += 1) sum += (coefficients[at + 1] as number) * (inputs[at] as number);
  return sigmoid(sum);
}

/**
 * Fits a logistic model by coordinate-wise Newton steps. It starts from, and is drawn towards, a prior; the first
 * `positive` inputs get coefficients of 0 or more.
 * @param strength how many observations the prior is worth, about. @returns intercept and coefficients.
 */
export function fitLogistic(
  inputs: readonly Float64Array[],
  outcomes: ArrayLike<number>,
  prior: ArrayLike<number>,
  strength: number,
  positive: number,
): Float32Array {
  const size = prior.length;
  const coefficients = Float64Array.from(prior);
  const logits = Float64Array.from(inputs, (row) => {
    const p = probability(coefficients, row);
    return Math.log(p / (1 - p));
  });
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let at = 0; at < size; at += 1) {
      let gradient = strength * ((coefficients[at] as number) - (prior[at] as number)) * 0.05;
      let curvature = strength * 0.05;
      inputs.forEach((row, i) => {
        const x = at === 0 ? 1 : (row[at - 1] as number);
        const p = sigmoid(logits[i] as number);
        gradient += (p - (outcomes[i] as number)) * x;
        curvature += Math.max(p * (1 - p), 1e-4) * x * x;
      });
      const old = coefficients[at] as number;
      const moved = old - Math.max(-2, Math.min(2, gradient / curvature));
      const bounded = at > 0 && at <= positive ? Math.max(0, moved) : moved;
      coefficients[at] = bounded;
      inputs.forEach((row, i) => {
        logits[i] = (logits[i] as number) + (bounded - old) * (at === 0 ? 1 : (row[at - 1] as number));
      });
    }
  }
  return Float32Array.from(coefficients);
}
