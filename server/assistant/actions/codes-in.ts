const CODE = /(?<!\d)\d{6}(?!\d)/g;
const BARE =
  /^\s*(?:(?:it is|it's|(?:my|the)?\s*(?:verification )?code(?: is)?|验证码(?:是|为)?)[\s:：]*)?\d(?:[\s-]?\d){5}[\s.。!！]*$/iu;

/** The six-digit codes in a text, however their digits are spaced. Pure. */
export const codesIn = (text: string): string[] =>
  text
    .normalize("NFKC")
    .replaceAll(/(?<=\d)[\s-](?=\d)/g, "")
    .match(CODE) ?? [];

/** Whether a text is nothing but one six-digit code. Pure. */
export const isBareCode = (text: string): boolean => text.length < 60 && BARE.test(text.normalize("NFKC"));
