import { conditionsIn, withoutReplaced } from "./conditions";
import { rewriteChinese } from "./rewrite-zh";
import { piecesOf } from "./topic-zh";
import type { Carried, KeptTurn, Standalone } from "./turn";
import { ENDING, OPENING, PROPERTY, points } from "./words-zh";

const ASKS = /吗|么|怎么|怎样|如何|多少|多久|多大|几|什么|啥|哪|谁|为何|能不能|可不可以|是不是|有没有|会不会|[?？]$/;
/** A message about nothing but a condition or a kind: "那年付呢", "苹果手机呢". */
const FRAGMENT = /^(?:那么|那|还有|以及|如果是?|要是|换成)|呢[?？]?$/;
const LONGEST_FOLLOW_UP = 24;

/** Whether it holds a word that asks. */
export const asksInChinese = (message: string): boolean => ASKS.test(message);

/** A question with a subject of its own: it needs nothing from before. */
function standsAlone(message: string): boolean {
  if (points(message)) return false;
  if (message.length > LONGEST_FOLLOW_UP) return true;
  const core = message.replace(OPENING, "").replace(ENDING, "");
  if (FRAGMENT.test(message)) return false;
  return (
    ASKS.test(message) &&
    piecesOf(core).some((piece) => !PROPERTY.test(piece) && conditionsIn(piece).join("") !== piece)
  );
}

/** Whether it asks something about something it names. */
export function asksForItselfInChinese(message: string): boolean {
  const core = message.replace(OPENING, "").replace(ENDING, "");
  return !points(message) && !/呢[?？]?$/.test(message) && ASKS.test(message) && piecesOf(core).length > 0;
}

/** The last thing the customer asked, for a message that only changes its condition. */
function changedCondition(message: string, turns: readonly KeptTurn[]): Standalone | null {
  const core = message.replace(OPENING, "").replace(ENDING, "");
  const conditions = conditionsIn(core);
  const asked = turns.findLast(({ by, text }) => by === "customer" && ASKS.test(text));
  if (!FRAGMENT.test(message) || conditions.length === 0 || ASKS.test(core) || !asked) return null;
  const rest = withoutReplaced(asked.text, core);
  const carried: Carried[] = [{ kind: "topic", text: rest, fromTurn: asked.at }];
  return { text: `${core} ${rest}`, carried };
}

/** `followUp` for a message in Chinese. */
export function followUpChinese(message: string, turns: readonly KeptTurn[], entity: Carried | null): Standalone {
  if (standsAlone(message)) return { text: message, carried: [] };
  const whole = madeWhole(message, turns, entity);
  return points(message) || FRAGMENT.test(message) ? whole : { ...whole, bare: true };
}

function madeWhole(message: string, turns: readonly KeptTurn[], entity: Carried | null): Standalone {
  const changed = changedCondition(message, turns);
  if (changed) return changed;
  if (entity && points(message)) {
    const rewritten = rewriteChinese(message, [entity.text]);
    if (rewritten) return { text: rewritten.text, carried: [entity] };
  }
  const recent = turns.slice(-2);
  const rewritten = rewriteChinese(
    message,
    recent.map(({ text }) => text),
  );
  if (rewritten) {
    const fromTurn = recent[rewritten.topic.turn]?.at ?? 0;
    return { text: rewritten.text, carried: [{ kind: "topic", text: rewritten.topic.text, fromTurn }] };
  }
  return { text: message, carried: [] };
}
