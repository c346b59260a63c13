/** Values that no field was made for. */
const NASTY: readonly unknown[] = [
  "",
  "a\u0000b",
  "a\ud800b",
  "\u200b",
  "x".repeat(300_000),
  "'; drop table customers; --",
  "../../etc/passwd",
  "%",
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  Number.NaN,
  null,
  true,
  [],
  {},
  { $ne: null },
  ["x"],
  new Date(8.64e15),
];

/**
 * A good input with one field at a time made bad, in every way above; also the whole replaced, and one more key.
 * Anything may refuse them, nothing may break.
 */
export function spoiled(input: unknown): unknown[] {
  const whole = [undefined, ...NASTY];
  if (typeof input !== "object" || input === null || Array.isArray(input)) return whole;
  const fields = Object.keys(input).flatMap((key) => NASTY.map((value) => ({ ...input, [key]: value })));
  const foreign = JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
  return [...whole, ...fields, { ...input, ...foreign }, Object.assign(Object.create({ admin: true }), input)];
}
