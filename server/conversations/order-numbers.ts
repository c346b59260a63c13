const ORDER_NUMBER = /(?<![\p{Script=Latin}\p{N}])[Aa]\d{4,12}(?!\d)/gu;

/** The order numbers (A and at least four digits) a text mentions, upper case, each once. */
export function mentionedOrderNumbers(text: string): string[] {
  return [...new Set(Array.from(text.normalize("NFKC").matchAll(ORDER_NUMBER), ([match]) => match.toUpperCase()))];
}
