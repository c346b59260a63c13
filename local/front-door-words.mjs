/** Words in the language a visitor's browser prefers, of the two the front door speaks. @template T @param {{ en: T, zh: T }} text @returns {T} */
export function wordsFor(request, text) {
  return /^\s*zh\b/i.test(request.headers["accept-language"] ?? "") ? text.zh : text.en;
}
