import { timingSafeEqual } from "node:crypto";

/** Compares a presented secret in a time that does not tell how much of it was right. */
export function sameSecret(presented: string, expected: string): boolean {
  const [left, right] = [Buffer.from(presented), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
