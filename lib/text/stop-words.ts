/**
 * English words that carry no topic: left out of the word view, kept whole in the other one, where their low weight
 * decides only between sentences that agree on everything else. Question words and negation stay words: they tell "how" from "when".
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the this that these those and or but if so as of at by for from in into on onto to with about over under up down out off " +
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs " +
    "is am are was were be been being do does did doing done have has had having will would shall could may might must " +
    "nor whom whose here there then than too very just also any some all each both " +
    "please hi hello hey thanks thank ok okay well really get got let want need know tell"
  ).split(" "),
);
