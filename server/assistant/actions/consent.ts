import { normalise } from "@/lib/text/normalise";

const words = (list: string) => list.split("|");

/** What surrounds a yes or a no without changing it. */
const POLITE = words(
  "please|thanks|thank you|pls|then|that is right|that's right|谢谢|谢谢你|谢谢您|多谢|麻烦了|麻烦您了|麻烦你了|吧|啊|呀|哦|嗯|的|了|呢|哈",
);
const YES = words(
  "yes|yep|yeah|yup|ok|okay|sure|of course|correct|right|confirm|confirmed|i confirm|go ahead|do it|please do|sounds good|" +
    "that is correct|absolutely|definitely|fine|好|好的|行|可以|是|是的|对|对的|没错|没问题|没有问题|确认|确定|同意|我确认|我同意|" +
    "要|需要|嗯|嗯嗯|办吧|就这样|提交|确认提交|正确",
);
/** Refusals that hold whatever is being asked for. */
const OUT = words(
  "cancel|cancel it|cancel that|stop|forget it|never mind|nevermind|no thanks|no thank you|i changed my mind|changed my mind|" +
    "leave it|不用了|不要了|不需要了|算了|取消|还是算了|我不要了|我不想了|我改主意了|我反悔了|不办了|先不用|不弄了|没事了",
);
const NO = words(
  "no|nope|nah|not now|not yet|don't|do not|please don't|不|不用|不要|不需要|不必|不是|不对|不行|不可以|不好|不同意|不确认|否|" +
    "先不|暂时不用|暂时不要|别|停|下次吧",
).concat(OUT);

/** A refusal with a reason behind it: "no, it arrived after all". */
const NO_FIRST = /^(?:no|nope|don't|do not|cancel|stop|不用了?|不要了?|不了|算了|取消|别)(?=[\s,.，。;；]|$)/u;
const SEPARATOR = /[\s,.，。、;；~～!！"“”]/u;
const LATIN = /[a-z']/;
const LONGEST = 60;

/** Whether a text is nothing but these words and polite ones, with at least one of these. */
function saysOnly(text: string, meant: readonly string[]): boolean {
  // reached[at] holds whether the text up to there is covered: 1 by polite words alone, 2 with a meant one.
  const reached: number[] = [1];
  const step = (at: number, word: string, rank: number) => {
    const end = at + word.length;
    const cut = LATIN.test(word.at(-1) ?? "") && LATIN.test(text[end] ?? " ");
    if (text.startsWith(word, at) && !cut) reached[end] = Math.max(reached[end] ?? 0, rank);
  };
  for (let at = 0; at < text.length; at += 1) {
    const rank = reached[at] ?? 0;
    if (rank === 0) continue;
    if (SEPARATOR.test(text[at] ?? "")) reached[at + 1] = Math.max(reached[at + 1] ?? 0, rank);
    for (const word of POLITE) step(at, word, rank);
    for (const word of meant) step(at, word, 2);
  }
  return reached[text.length] === 2;
}

/**
 * Whether a message says yes or no to what was asked. A yes is a yes only when it is all that is said: with anything
 * beside it, or as a question, it is neither, and the customer is asked again.
 */
export function consentOf(message: string): "yes" | "no" | null {
  const text = normalise(message);
  if (!mayAnswer(text)) return null;
  return plainConsent(message) ?? (NO_FIRST.test(text) ? "no" : null);
}

/** Whether a message says yes or no and nothing else: a no with a reason behind it is none either. */
export function plainConsent(message: string): "yes" | "no" | null {
  const text = normalise(message);
  if (!mayAnswer(text)) return null;
  if (saysOnly(text, NO)) return "no";
  return saysOnly(text, YES) ? "yes" : null;
}

const mayAnswer = (text: string) => text !== "" && text.length <= LONGEST && !/[?？]/.test(text);

/** Whether a message only says that the customer no longer wants it, whatever was asked. */
export function callsOff(message: string): boolean {
  const text = normalise(message);
  return text.length <= LONGEST && saysOnly(text, OUT);
}

/** "Does it", and not "does not fit": a verb that begins a question is followed by whom it is about. */
const QUESTION =
  /[?？]\s*$|^(?:(?:and|also|so|but|by the way),?\s+)*(?:(?:how|what|when|where|why|who|which)\b|(?:can|could|do|does|is|are|will|would|may|should)\s+(?:i|you|we|they|it|there|the|this|that|my|your)\b)|(?:吗|呢|么)[。.!！~～]*$|怎么|怎样|如何|为什么|什么|多少|多久|哪里|哪儿|能不能|可不可以|是不是|有没有/u;

/** Whether a message asks something instead of answering. */
export function asksSomething(message: string): boolean {
  return QUESTION.test(normalise(message));
}
