/** Whether every column and every reader can hold a text: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}

/** Whether a text shows nothing: spaces, and characters without a shape. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text);
}

/** A text without what can be neither stored nor seen: NUL, other controls but tab and line break, and bidirectional ones. */
export function stripControls(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "");
}
