/** What the server's log says about its end. */

/**
 * The line that tells why the server ended, as `: line`, or nothing. Once it was ready, what it refused while it started
 * and the ordinary errors of queries explain nothing.
 * @param {string} log
 * @param {number | null} readyAt how much of the log there was when it was ready
 */
export function lastWords(log, readyAt) {
  const sought = readyAt === null ? /FATAL|PANIC|error/i : /FATAL|PANIC/;
  const lines = log
    .slice(readyAt ?? 0)
    .trim()
    .split("\n");
  const telling = lines.filter((line) => sought.test(line)).at(-1) ?? (readyAt === null && lines.at(-1));
  return telling ? `: ${telling}` : "";
}
