import { type Topic, topicsOf } from "./topic-zh";
import { ENDING, OPENING, POINTED_KIND, POINTS_AT_PERSON, POINTS_AT_THING, WANTS_OBJECT } from "./words-zh";

/** A message made whole, and what was put into it; null when it stands by itself. */
export type Rewritten = { text: string; topic: Topic } | null;

/** Puts what a pointer points at, or what was left out, into a Chinese message. */
export function rewriteChinese(message: string, turns: readonly string[]): Rewritten {
  const topics = topicsOf(turns).filter(({ text }) => !message.includes(text));
  const [best] = topics;
  if (!best) return null;
  const answered = answer(message, turns);
  if (answered) return { text: answered, topic: best };
  const person = topics.find((topic) => topic.person) ?? best;
  const thing = topics.find((topic) => !topic.person) ?? best;
  const pointed = POINTED_KIND.exec(message);
  if (pointed) {
    const topic = pointed[1] === "人" || pointed[1]?.endsWith("孩") ? person : best;
    return { text: replaceAt(message, pointed, topic.text), topic };
  }
  const who = POINTS_AT_PERSON.exec(message);
  if (who) return { text: replaceAt(message, who, person.text), topic: person };
  const what = POINTS_AT_THING.exec(message);
  if (what) return { text: replaceAt(message, what, thing.text), topic: thing };
  return { text: insert(message, best.text), topic: best };
}

function replaceAt(message: string, match: RegExpExecArray, text: string): string {
  return message.slice(0, match.index) + text + message.slice(match.index + match[0].length);
}

const ASKED_WHAT = /^(.{2,12}?)(?:是|叫)(?:谁|什么|啥|哪里|哪儿|哪|哪个)[^，。]{0,4}$/;
const ASKED_WHERE = /^(.{2,12}?)在(?:哪里|哪儿|哪)[^，。]{0,3}$/;

/** A bare answer to the question just asked: "who is X" then "a singer" is "X is a singer". */
function answer(message: string, turns: readonly string[]): string | null {
  const asked = turns.at(-1) ?? "";
  if (message.length > 12 || /[吗呢?？]$|什么|怎么|谁|哪/.test(message)) return null;
  const where = ASKED_WHERE.exec(asked)?.[1];
  if (where) return `${where}${message.startsWith("在") ? "" : "在"}${message}`;
  const what = ASKED_WHAT.exec(asked)?.[1];
  if (what && !/^[你我他她它您]/.test(what)) return `${what}${message.startsWith("是") ? "" : "是"}${message}`;
  return null;
}

/** What the message says again at the end of a topic is not said twice. */
function withoutRepeat(topic: string, message: string): string {
  for (let length = Math.min(4, topic.length - 2); length >= 2; length -= 1) {
    if (message.includes(topic.slice(-length))) return topic.slice(0, -length).replace(/的$/, "");
  }
  return topic;
}

/** A question that ends with the first half of a verb. */
const BEGUN = /^(?:怎么|怎样|如何|在?哪里?|多久能?|能不能|可以|能)(\p{Script=Han})$/u;

/** What was left out stands first, or behind the verb that wants it; of a verb that is begun ("怎么退" of "退货") the rest. */
function insert(message: string, topic: string): string {
  const text = withoutRepeat(topic, message);
  const ending = ENDING.exec(message)?.[0] ?? "";
  const core = message.slice(0, message.length - ending.length);
  const begun = BEGUN.exec(core)?.[1];
  if (begun && topic.includes(begun)) return core + topic.slice(topic.indexOf(begun) + 1) + ending;
  if (/^[我你您咱]/.test(core) && WANTS_OBJECT.test(core)) return core + text + ending;
  const opening = OPENING.exec(message)?.[0] ?? "";
  return opening + text + message.slice(opening.length);
}
