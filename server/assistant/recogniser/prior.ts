/** What calibration starts from: intercept, then one coefficient for each evidence. */
export const PRIOR: readonly number[] = [-3.5, 2, 1, 0.5, 0.5, 0.5, 0.5, 1, 0, 2, 0];
