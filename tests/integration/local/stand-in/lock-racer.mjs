/** Takes one lock a round, each at a moment agreed on, and prints for which it got it: lock-racer.mjs FOLDER BEGIN ROUNDS. */
import { join } from "node:path";
import { takeLock } from "../../../../local/file-lock.mjs";

const [folder, begin, rounds] = process.argv.slice(2);
const ROUND_MS = 10;

const taken = Array.from({ length: Number(rounds) }, (_, round) => {
  // The race is for the same instant: nothing coarser than spinning meets it.
  while (Date.now() < Number(begin) + round * ROUND_MS);
  return "holder" in takeLock(join(folder, `${round}.json`)) ? "busy" : "taken";
});
process.stdout.write(`${JSON.stringify(taken)}\n`);
// A lock ends with its process, so this one stays until all have raced.
process.stdin.resume();
