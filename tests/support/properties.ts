import fc from "fast-check";

/**
 * What is tried of a property is the same in every run, so that a run says something of the change before it.
 * `PROPERTY_SEED` and `PROPERTY_RUNS` look elsewhere, and for longer.
 */
fc.configureGlobal({
  seed: Number(process.env.PROPERTY_SEED ?? 1),
  numRuns: Number(process.env.PROPERTY_RUNS ?? 300),
});
