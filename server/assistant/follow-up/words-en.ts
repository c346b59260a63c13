const EXPLETIVE =
  /\b(?:is|was|would|will) it (?:be )?(?:possible|ok|okay|necessary|safe|allowed|true|better|worth)\b/gi;

/** Point at somebody or something said before. `that` and `this` only where they stand for a thing, not for a clause. */
const POINTER =
  /\b(?:it|its|they|them|their|theirs|he|she|him|his|her|hers|(?:this|that|these|those)(?= (?:is|was|are|were|does|do|did|can|will|work|cost|mean|apply|include|one|ones|too|for|with|on|in|to)\b|[?.!,]|$))(?!['’]\w)\b/i;

/** Open a message that goes on where the last one stopped. */
export const CONTINUES =
  /^(?:ok(?:ay)?,? |so |and |but )*(?:(?:and|or|but|also)\b(?: for| in| with| to| if| about)?|(?:and |so |but )?(?:what|how) about|what if|same for|the (?:other|same)|or the)\b[, ]*/i;

/** What something has, or comes with: asked for by itself it is that of what was talked about. */
export const PROPERTY =
  /^(?:costs?|prices?|fees?|charges?|total|amount|deadline|limits?|difference|conditions?|requirements?|terms|rules|steps|process|duration|times?|hours|dates?|address|status|reason|size|colou?rs?|weight|minimum|maximum|codes?|number|label|forms?|link|documents?|papers?|paperwork|proof|details|options|exceptions|restrictions|benefits|advantages|disadvantages|catch)$/i;

/** What a customer does with nothing in particular. */
export const NEEDS_NO_OBJECT = /^(?:pay|order|buy|shop|register|complain|sign|log|login)$/i;

/** Words that no subject begins or ends with, and that alone ask nothing: closed classes and the verbs of asking. */
export const EMPTY_EN: ReadonlySet<string> = new Set(
  (
    "a an the this that these those and or but if so as of at by for from in into on onto to with about over under up down out off " +
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones " +
    "is am are was were be been being do does did doing done have has had having will would shall can could may might must " +
    "who whom whose what which when where why how there here then than too very just also any some all each both not no yes " +
    "please hi hello hey thanks thank ok okay well really get got let want need know tell find give see say said think mean make take use " +
    "much many long often far old soon more most other another same else again still now today tomorrow yesterday " +
    "possible able sure good bad best better great sorry don't doesn't didn't can't isn't aren't i'm i'd i've it's"
  ).split(" "),
);

/** The first pointer of an English message; null when there is none. */
export function pointerIn(message: string): { at: number; word: string } | null {
  const bare = message.replace(EXPLETIVE, (match) => "_".repeat(match.length));
  const match = POINTER.exec(bare);
  return match ? { at: match.index, word: match[0] } : null;
}
