/** The operator's settings: the process environment, then .env.local, then .env. Blank counts as absent. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} root @param {NodeJS.ProcessEnv} outer @returns {Record<string, string>} */
export function operatorSettings(root, outer) {
  const present = Object.entries(outer).filter(([, value]) => value !== undefined && value !== "");
  return { ...parseFile(join(root, ".env")), ...parseFile(join(root, ".env.local")), ...Object.fromEntries(present) };
}

/** `NAME=value` lines; quotes around a value are dropped, `#` starts a comment line. */
function parseFile(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return {};
  }
  const values = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, quoted] = line.match(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/) ?? [];
    const value = quoted?.replace(/^(["'])(.*)\1$/, "$2");
    if (name && value) values[name] = value;
  }
  return values;
}
