/** Every language says the same things: same files, same keys, same placeholders. */
import { readdirSync, readFileSync } from "node:fs";

const [base, ...others] = readdirSync("messages");
const problems = [];

function leaves(value, path = "") {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}
// A name ends at a comma or brace; the words of a plural's branch do not.
const placeholders = (text) =>
  [...new Set(Array.from(text.matchAll(/\{\s*(\w+)\s*[,}]/g), ([, name]) => name))].sort().join();
const load = (locale, file) => new Map(leaves(JSON.parse(readFileSync(`messages/${locale}/${file}`, "utf8"))));

for (const other of others) {
  const files = new Set([...readdirSync(`messages/${base}`), ...readdirSync(`messages/${other}`)]);
  for (const file of files) {
    const [left, right] = [load(base, file), load(other, file)];
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const [a, b] = [left.get(key), right.get(key)];
      if (a === undefined || b === undefined)
        problems.push(`${file}: ${key} is missing in ${a === undefined ? base : other}`);
      else if (placeholders(a) !== placeholders(b)) problems.push(`${file}: ${key} has other placeholders in ${other}`);
      else if (!a.trim() || !b.trim()) problems.push(`${file}: ${key} is empty`);
    }
  }
}
if (problems.length > 0) {
  process.stdout.write(`${problems.join("\n")}\n`);
  process.exit(1);
}
