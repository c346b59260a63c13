import type { ClauseKind, Language } from "./clause";

const AUX =
  "is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|has|have|had|isn't|aren't|don't|doesn't|didn't|can't|won't|cannot";
const SUBJECT =
  "i|you|we|they|it|he|she|there|this|that|these|those|the|my|your|our|their|a|an|any|some|anyone|someone|shipping|delivery|returns?|refunds?|all|both|either|each|[A-Z]\\w+";
const LEAD =
  /^(?:(?:hi|hello|hey|so|and|also|but|ok|okay|please|well|now|then|plus|or|oh|just|quick question|question|one more thing|by the way|btw|secondly|second|first|firstly|finally|lastly|i was wondering|i'm wondering|wondering|i'd like to know|i would like to know|i want to know|can you tell me|could you tell me|tell me|do you know|may i ask|let me know)[,:]?\s+)+/iu;
const INVERTED = new RegExp(`^(?:${AUX})\\s+(?:not\\s+)?(?:${SUBJECT})\\b`, "iu");
const WH = new RegExp(
  `^(?:(?:what|which|who|whom|whose|where|when|why|how)(?:'s|'re|'ll)?)\\b(?:\\s+(?!and\\b|or\\b)[\\w'-]+){0,5}?\\s+(?:${AUX}|to|about)\\b|^(?:what|where|who|how|when)'s\\b|^how (?:much|many|long|soon|far|often|big|old|fast|late|early|come|do|about)\\b|^(?:who|what|which \\w+)\\s+\\w+s\\b|^what (?:about|kind|if|time|size|colou?r|happens)\\b`,
  "iu",
);
/** A question word with the thing after it, told as part of a sentence: "how long it takes". */
const EMBEDDED = /^(?:what|which|who|where|when|why|how(?: (?:much|many|long|soon|far|often|do))?|whether|if)\s+\S+/iu;
const REQUEST =
  /^(?:please|kindly|i(?:'d| would) like to|i want to|i need to|i want an?|i need an?|i'd like an?|need to|want to|can you please|help me|cancel|refund|return|change|update|send me|track|exchange|check)\b/iu;
const TAG =
  /^(?:is that (?:ok|okay|right|possible|correct|allowed|fine|true|it)|is (?:this|it) (?:ok|okay|possible|normal|right|correct|allowed)|right|ok|okay|correct|yes|no|why|how|why is that|why not|what (?:should|can|do) i do(?: now)?|how come|can you help(?: me)?(?: with (?:this|that|it))?|could you help(?: me)?(?: with (?:this|that|it))?|can (?:anyone|someone|you) help(?: me)?|any (?:ideas?|help|update|updates)|what (?:is going on|happened|now)|what's (?:going on|up|wrong|happening)|what gives|how (?:do|can) i fix (?:this|it|that)|please advise|what's the deal|can (?:you|someone|anyone) (?:please )?help me (?:to )?(?:do |with |fix )?(?:this|that|it|out)|is that normal|do i|can i|will it|does it|is it)$/iu;
const COURTESY =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks?(?: you)?(?: so much| very much| a lot| in advance)?|thx|cheers|ty|please|sorry(?: to bother(?: you)?)?|excuse me|ok|okay|there|team|all|everyone|support|anyone there|is anyone there|regards|best(?: regards)?|kind regards|i have (?:a |a few |two |three |some |several |a couple of )?questions?|(?:a )?(?:few|couple of|two|three|quick|some) questions?|quick question|two things|a couple of things|hope you(?:'re| are) (?:well|doing well)|i hope you are well|much appreciated|appreciate it|many thanks|bye|for your help|for the help|and)[\s,.!:]*)+$/iu;
const NUMBER =
  /^(?:my |the )?(?:order|order (?:number|no\.?|id)|tracking(?: number)?|phone(?: number)?|e-?mail|it|number)?\s*(?:is|:|#)?\s*#?[A-Za-z]*-?\d[\w@.-]{3,}$/iu;
const RHETORICAL =
  /\b(?:are you (?:kidding|serious|joking)|what the (?:hell|heck|f\w+)|how hard (?:is|can)|is this a joke|who do you think|you call this|seriously)\b/iu;

/** "I also need": a wish like any other, and a further one. */
const ALSO = /^(i(?:'d| would)?) also(?= (?:need|want|like)\b)/iu;

function kindOf(clause: string): ClauseKind {
  const bare = clause
    .replace(/[\s.!?;,…]+$/gu, "")
    .trim()
    .replace(ALSO, "$1");
  const asked = bare.replace(LEAD, "");
  if (bare === "" || COURTESY.test(bare)) return "courtesy";
  if (NUMBER.test(bare)) return "number";
  if (TAG.test(asked)) return "tag";
  if (RHETORICAL.test(bare)) return "tells";
  if (clause.trimEnd().endsWith("?") || INVERTED.test(asked) || WH.test(asked)) return "asks";
  if (asked !== bare && EMBEDDED.test(asked)) return "asks";
  return REQUEST.test(asked) || REQUEST.test(bare) ? "requests" : "tells";
}

const STOPS =
  "(?:and|or|but|is|are|was|were|in|on|for|to|with|from|at|if|when|that|which|do|does|did|can|will|cost|take|come|work|have|has|by|it|arrive|go|i|you|we|they|before|after|until|without|because|so|today|yesterday|tomorrow|now|here|again|already|yet|too|back|separately|really|starts?|ends?|opens?|closes?|expires?|ships?|supports?|includes?|lasts?|fits?|covers?)";
const THING = new RegExp(`\\b(?:the|my|your|our|this|these|a|an)\\s+((?:(?!${STOPS}\\b)[\\w'’-]+\\s*){1,4})`, "giu");
const NAMED =
  /\b(?!(?:Is|Are|Do|Does|Did|Can|Could|Will|Would|Should|Has|Have|Was|Were|What|Where|When|How|Why|Which|Who|The|My)\b)[A-Z][\w-]*(?: (?:[A-Z0-9][\w-]*))+\b|\bA\d{4,}\b/gu;
const AFTER_VERB = new RegExp(
  `\\b(?:is|are|does|do|about|for)\\s+((?!${STOPS}\\b|there\\b|any\\b|much\\b|long\\b)[a-z][\\w-]+)`,
  "iu",
);
const PRONOUN = /\b(?:it|they|them|this one|that one|these|those)\b/iu;
/** "How long does it take", "is it possible": the pronoun stands for nothing. */
const EMPTY_IT = /\bis it (?:possible|ok|okay|true|safe|allowed|normal)\b|\b(?:would|will) it be\b/iu;

/** A question's beginning, behind which its subject and then its predicate stand; "I have" is none. */
const BEFORE_PREDICATE = new RegExp(
  `(?:^|[,.!?;:]\\s*|\\b(?:and|but|so|or|also|hi|hello|how|why|when|what|long|much|many|often|soon|far)\\s+)(?:${AUX})\\s+$`,
  "iu",
);
const BEFORE_THING = /\b(?:what|where|who|which)\s+(?:is|are|was|were)\s+$/iu;

/**
 * A thing as far as it is plainly one. Where a predicate follows ("is the watch waterproof"), it ends with a name in it, or
 * with the first of two words; nothing when it may end anywhere.
 */
function thingIn({ 0: matched, index, input }: RegExpExecArray): string {
  const [thing, before] = [matched.trim(), input.slice(0, index)];
  const [article, first, ...more] = thing.split(/\s+/);
  if (more.length === 0 || !BEFORE_PREDICATE.test(before) || BEFORE_THING.test(before)) return thing;
  const name = Array.from(thing.matchAll(NAMED)).at(-1);
  if (name) return thing.slice(0, name.index + name[0].length);
  const isLast = !/\w/.test(input.slice(index + matched.length));
  return more.length === 1 && isLast ? `${article} ${first}` : "";
}

/** The thing a question is about: its last noun with an article, else a name, else the noun after its verb. */
function topicOf(question: string): string {
  const last = Array.from(question.matchAll(THING)).at(-1);
  const thing = last && thingIn(last);
  const name = Array.from(question.matchAll(NAMED)).at(-1)?.[0];
  return (thing ?? name ?? AFTER_VERB.exec(question)?.[1] ?? "").replace(/[?.!,]+$/u, "");
}

const leans = (question: string): boolean =>
  /\b(?:it|that|this|them|those|these)\b/iu.test(question) && Array.from(question.matchAll(THING)).length === 0;

function complete(question: string, before: string): string {
  if (!PRONOUN.test(question) || EMPTY_IT.test(question)) return question;
  const topic = topicOf(before);
  return topic === "" ? question : question.replace(PRONOUN, topic.replace(/^(?:a|an) /iu, "the "));
}

const JOIN = "and|also|plus|and also|as well as|or|but|then";
export const ENGLISH: Language = {
  joining:
    /^(?:(?:and |but )?(?:also|additionally|secondly|second|thirdly|third|firstly|first|finally|lastly|next|besides|furthermore|moreover|plus|by the way|btw|another (?:question|thing)|one more (?:question|thing)|and then|oh and|and|on another note|separately|in addition)(?:\s*[,:])?)\s+/iu,
  inside: new RegExp(
    `(?=\\b(?:${JOIN})[, ]+(?:also )?(?:(?:how|what|when|where|which|who|why)\\b|(?:${AUX})\\s+(?:${SUBJECT})\\b))`,
    "iu",
  ),
  further: ALSO,
  trouble: /n't\b|\b(?:not|never|no longer|broken?|dead|missing|lost|late|wrong|damaged)\b/iu,
  wish: /^(?:hi,? |hello,? |so )?(?:i(?:'d| would) like|i want|i need|need|want|would like)\b/iu,
  kindOf,
  leans,
  complete,
};
