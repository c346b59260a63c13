type Figures = Record<string, Record<string, number>>;

/** The figures worth a column, in the order they are printed; shares are shown in percent, times in milliseconds. */
const SHARES = ["acc", "auroc", "cov@95", "thr_joint", "R@1", "MRR@10", "macroF1", "EM", "ROUGE1", "termF", "needF1"];
const TIMES = ["p50", "p95"];

function cellsOf(figures: Record<string, number> | undefined): string {
  if (!figures) return "–";
  const shares = SHARES.filter((name) => typeof figures[name] === "number").map(
    (name) => `${name} ${(100 * (figures[name] ?? 0)).toFixed(1)}`,
  );
  const times = TIMES.filter((name) => typeof figures[name] === "number").map(
    (name) => `${name} ${(figures[name] ?? 0).toFixed(2)} ms`,
  );
  return [...shares, ...times].join("  ");
}

/** Ours above the peer's, set by set. */
export function printFigures(title: string, ours: Figures, peer?: { name: string; figures: Figures }): void {
  process.stdout.write(`\n${title}\n`);
  for (const [set, figures] of Object.entries(ours)) {
    if (typeof figures !== "object") continue;
    process.stdout.write(`  ${set}\n    ${"zhida".padEnd(16)} ${cellsOf(figures)}\n`);
    if (peer) process.stdout.write(`    ${peer.name.padEnd(16)} ${cellsOf(peer.figures[set])}\n`);
  }
}
