/** Telling what a long step is doing. */
const REPEAT_MS = 15_000;

/**
 * Runs a step and says so: when it begins, every 15 s while it lasts, when it is done. Steps under 1.5 s only show
 * their end.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const announce = setTimeout(() => say(`… ${label}`), 1500);
  const repeat = setInterval(() => say(`… ${label}, ${seconds()} s`), REPEAT_MS);
  try {
    const result = await work();
    say(`✓ ${label}${seconds() >= 1 ? ` (${seconds()} s)` : ""}`);
    return result;
  } finally {
    clearTimeout(announce);
    clearInterval(repeat);
  }
}

/** One line for the operator. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}
