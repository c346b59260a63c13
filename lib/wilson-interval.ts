/** The 97.5 % point of the standard normal distribution: 95 % lie between it and its negative. */
const Z = 1.959963984540054;

/**
 * The interval in which a share lies with 95 % confidence when `hits` of `trials` were right: Wilson's score interval
 * without continuity correction (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22, 1927). Unlike the textbook interval it stays inside [0, 1] and holds for few trials and for shares near one.
 * Without trials nothing is known: [0, 1].
 */
export function wilsonInterval(hits: number, trials: number): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const share = hits / trials;
  const scale = 1 + Z ** 2 / trials;
  const middle = share + Z ** 2 / (2 * trials);
  const margin = Z * Math.sqrt((share * (1 - share)) / trials + Z ** 2 / (4 * trials ** 2));
  return { low: Math.max(0, (middle - margin) / scale), high: Math.min(1, (middle + margin) / scale) };
}
