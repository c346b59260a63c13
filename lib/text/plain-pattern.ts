const LONGEST = 200;
const REPEATS = 3;
const OPTIONAL = 10;

/**
 * Whether a text is a regular expression that is quick on every input: no groups, no references, few repeats. Patterns
 * are typed by administrators or come from imported files and are tried on what customers write.
 */
export function isPlainPattern(source: string): boolean {
  if (source.length > LONGEST || /\((?!\?:)|\\[1-9kpP]|\)[*+?{]/.test(source)) return false;
  const outside = source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/g, "x");
  if (outside.includes("(")) return false;
  const repeats = outside.match(/[*+]|\{\d*,?\d*\}/g)?.filter((repeat) => !/^\{\d\d?\}$/.test(repeat)) ?? [];
  const optional = outside.match(/\?/g) ?? [];
  const widest = Math.max(0, ...Array.from(source.matchAll(/\d+(?=\})/g), ([digits]) => Number(digits)));
  if (repeats.length > REPEATS || optional.length > OPTIONAL || widest > LONGEST) return false;
  try {
    return Boolean(new RegExp(source, "u"));
  } catch {
    return false;
  }
}

/** Whether the whole of a value fits a plain pattern; an empty pattern fits everything. Case is ignored. */
export function fitsPattern(value: string, pattern: string): boolean {
  if (pattern === "") return true;
  if (value.length > LONGEST || !isPlainPattern(pattern)) return false;
  return new RegExp(`^(?:${pattern.replace(/^\^/, "").replace(/\$$/, "")})$`, "iu").test(value);
}
