import type { Net } from "./net";

/**
 * A second opinion on what a text asks for: several small neural networks that differ by chance, and whose mean is heard.
 * It belongs to one recogniser, whose labels and numbers of features it uses. Never changed once made.
 */
export type Ensemble = {
  /** The recogniser's features that the nets look at; rising. */
  features: Uint32Array;
  nets: readonly Net[];
  /** Intercept, then one coefficient for each number of {@link ENSEMBLE_EVIDENCE}. */
  calibration: Float32Array;
};
