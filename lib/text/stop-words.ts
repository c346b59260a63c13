/** English words that carry no topic: left out of the word index, still part of the text that is compared for an exact match. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the this that these those and or but if so as of at by for from in into on onto to with about over under up down out off " +
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs " +
    "is am are was were be been being do does did doing done have has had having will would shall should can could may might must " +
    "not no nor what which who whom whose when where why how there here then than too very just also any some all each both " +
    "please hi hello hey thanks thank ok okay well really get got let want need know tell"
  ).split(" "),
);
