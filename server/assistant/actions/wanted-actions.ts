import type { ActionOutline } from "@/lib/contracts/actions";
import { halfWidth } from "@/lib/text/half-width";
import type { AnswerClaim } from "../claim-answer";
import { CHINESE } from "../questions/chinese";
import { ENGLISH } from "../questions/english";
import { readClauses } from "../questions/read-clauses";
import { enabledActions } from "./action-claim";
import { asksHow } from "./asks-how";
import { type ActionMatch, matchAction } from "./match-action";
import { recordAlone, recordsIn } from "./records-in";

/** The records without which a built-in action is of no use. */
const NEEDS: Record<string, keyof AnswerClaim["records"]> = {
  order_status: "orders",
  start_return: "orders",
  check_stock: "products",
  find_branch: "branches",
};

const usableOf = new WeakMap<readonly ActionOutline[], ActionOutline[]>();

/** The actions that may be started now and have something to work on: of one claim always the same list. */
export function usableActions({ actions, records }: Pick<AnswerClaim, "actions" | "records">): ActionOutline[] {
  const known = usableOf.get(actions);
  if (known) return known;
  const usable = enabledActions(actions).filter(({ key }) => {
    const needed = NEEDS[key];
    return needed === undefined || records[needed];
  });
  usableOf.set(actions, usable);
  return usable;
}

/** A request by its number: whatever is said about it, nothing but its state can be told. */
const NAMES_TICKET = /(?:#|工单|服务单|\b(?:request|ticket)\b)\s*(?:no\.?|number|号|编号)?\s*#?\d{5,}/i;
const TICKET_THRESHOLD = 0.3;
/** Likeness from which somebody who wants a thing done is not told how it is done. */
const REQUEST_THRESHOLD = 0.68;

const takesTicket = ({ parameters }: ActionOutline) => parameters.some(({ kind }) => kind === "ticket_number");

/** A message is looked at twice: when it is cut, and when it is known what knowledge has to say. */
const matchesOf = new WeakMap<readonly ActionOutline[], Map<string, ActionMatch | null>>();

function matchOf(written: string, usable: readonly ActionOutline[]): ActionMatch | null {
  const text = halfWidth(written);
  const matches = matchesOf.get(usable) ?? new Map<string, ActionMatch | null>();
  matchesOf.set(usable, matches);
  const known = matches.get(text);
  if (known !== undefined) return known;
  const match = NAMES_TICKET.test(text)
    ? matchAction(text, usable.filter(takesTicket), { least: TICKET_THRESHOLD })
    : matchAction(text, usable);
  matches.set(text, match);
  return match;
}

/** An action and which question of the message asks for it, from 0. */
export type WantedAction = { key: string; at: number };

/** Whether somebody who wants one thing wants another one too: another action, or the same for another record. Pure. */
export function isAnother(one: { key: string; text: string }, other: { key: string; text: string }): boolean {
  if (one.key !== other.key) return true;
  const [named, more] = [recordsIn(one.text), recordsIn(other.text)];
  return named.length > 0 && more.length > 0 && more.every((record) => !named.includes(record));
}

/**
 * The actions that questions ask for, in the order asked: those about the record they name, those it plainly wants done,
 * and those whose wordings are nearer than what knowledge has to say. Each once; the other questions are for knowledge. Pure.
 * @param asked each with how sure knowledge is of it. @param before what is under way already.
 */
export function wantedActions(
  usable: readonly ActionOutline[],
  asked: readonly { text: string; confidence: number }[],
  before: readonly { key: string; text: string }[] = [],
): WantedAction[] {
  const wanted = [...before.map((one) => ({ ...one, at: -1 }))];
  for (const [at, { text, confidence }] of asked.entries()) {
    const key = askedOf(text, usable, confidence);
    if (key !== null && wanted.every((one) => isAnother(one, { key, text }))) wanted.push({ key, at, text });
  }
  return wanted.slice(before.length).map(({ key, at }) => ({ key, at }));
}

/** @param known how sure knowledge is of what it has to say, in [0, 1]: an action has to be surer, unless it is plain. */
function askedOf(question: string, usable: readonly ActionOutline[], known: number): string | null {
  const match = matchOf(question, usable);
  if (!match) return null;
  const plain = recordsIn(question).length > 0 || (match.confidence >= REQUEST_THRESHOLD && !asksHow(question));
  return plain || match.confidence >= known ? match.key : null;
}

/**
 * Where one wish may end and the next thing begin. White space before a joint is taken from its beginning or not at all:
 * however much of it there is, it is read once.
 */
const JOINTS =
  /(?<sentence>(?:(?<!\s)\s+)?(?:[.!;](?=\s)|[。！；\n])+\s*)|(?:(?<!\s)\s+)?(?:[,;，、；]\s*)?(?:\b(?:and then|and also|as well as|and|then|plus|also)\b\s+|(?:(?:并且|以及|还有|然后|顺便|另外|同时)?我?(?:还要|还想|也要|也想|再)|并且|以及|还有|然后|顺便|另外|同时|并|和)\s*)|(?:(?<!\s)\s+)?[,;，、；]\s*/giu;
/** Beyond so many joints a message tells a story. */
const MOST_JOINTS = 24;

/** A piece of a text. `lead`: words of the piece before that hold for it too. */
type Piece = { lead: string; text: string; key: string | null };

/** Whether the sentence that begins a text asks about something that it names. */
function asksAlone(text: string): boolean {
  const language = /\p{Script=Han}/u.test(text) ? CHINESE : ENGLISH;
  const [first = ""] = text.split(/(?<=[.!?])\s|(?<=[。！？\n])/u);
  const clauses = readClauses(first, language);
  return clauses.some(({ kind }) => kind === "asks") && (clauses.length > 1 || !language.leans(first));
}

const RECORD_ALONE = /^\s*[A-Za-z]{0,2}\d{4,}\s*[.。!！?？]?\s*$/;

/** "Return A1029 and A1030": what is wanted of the first record is wanted of the next. Null for anything else. */
function leadOf({ lead, text, key }: Piece, next: string): string | null {
  const [record, another] = recordsIn(text);
  if (key === null || record === undefined || another !== undefined || !RECORD_ALONE.test(next)) return null;
  return lead + text.slice(0, text.indexOf(record));
}

/** Words that announce something else. */
const TURNS = /另外|还有|顺便|also|plus/i;

/**
 * Whether something new begins after a piece: another wish, or after a wish a sentence, or what is announced as something
 * else, that asks about something of its own.
 */
function beginsNew(last: Piece, next: Piece, rest: string, joint: RegExpExecArray | null, answers: boolean): boolean {
  // "我要退货，订单A1001": the record of what is wanted.
  if (last.key !== null && recordsIn(last.text).length === 0 && recordAlone(next.text) !== null) return false;
  if (next.key !== null) {
    return last.key === null ? answers : isAnother({ ...last, key: last.key }, { ...next, key: next.key });
  }
  if (last.key === null || joint === null) return false;
  return (joint.groups?.sentence !== undefined || TURNS.test(joint[0])) && asksAlone(rest);
}

/**
 * Cuts a text where it goes on to want another thing done: "return A1029 and change my number" are two wishes, and so are
 * "return A1029 and A1030", and "A1029 and change my number" an answer and a wish; what joins words within one wish cuts
 * nothing. Pure.
 * @param answers whether what comes first may be the answer to what an action asked for.
 */
export function cutWishes(written: string, usable: readonly ActionOutline[], answers: boolean): string[] {
  const text = halfWidth(written);
  const pieceOf = (lead: string, own: string): Piece => ({
    lead,
    text: own,
    key: matchOf(lead + own, usable)?.key ?? null,
  });
  const pieces: Piece[] = [];
  let [start, end] = [0, 0];
  let before: RegExpExecArray | null = null;
  for (const joint of [...[...text.matchAll(JOINTS)].slice(0, MOST_JOINTS), null]) {
    const until = joint?.index ?? text.length;
    const own = text.slice(end, until);
    const last = pieces.at(-1);
    const lead = last && leadOf(last, own);
    const next = pieceOf(lead ?? "", own);
    if (!last || lead || beginsNew(last, next, text.slice(end), before, answers)) {
      pieces.push(next);
      start = end;
    } else pieces.splice(-1, 1, pieceOf(last.lead, text.slice(start, until)));
    end = joint ? joint.index + joint[0].length : text.length;
    before = joint;
  }
  return pieces.map((piece) => (piece.lead + piece.text).trim());
}
