/** Prefix of every kind of row; an id reads `conv_01j…` and sorts by the time it was made. */
export const ID_PREFIXES = {
  staff: "stf",
  team: "team",
  skillGroup: "grp",
  customer: "cus",
  identity: "idn",
  customerSession: "ses",
  order: "ord",
  inbox: "inb",
  conversation: "conv",
  message: "msg",
  attachment: "att",
  handoff: "hof",
  assignment: "asg",
  resolution: "res",
  rating: "rat",
  category: "cat",
  article: "art",
  articleVersion: "ver",
  phrasing: "phr",
  chunk: "chk",
  vote: "vot",
  synonym: "syn",
  answer: "ans",
  fact: "fct",
  question: "qst",
  assistantRule: "rul",
  feedback: "fbk",
  correction: "cor",
  gap: "gap",
  gapQuestion: "gpq",
  goldenCase: "gol",
  evaluationRun: "evr",
  ticket: "tkt",
  ticketMessage: "tmg",
  calendar: "cal",
  mail: "mail",
  apiKey: "key",
  token: "tok",
  cannedResponse: "can",
  action: "act",
  actionRun: "run",
  identityCode: "idc",
  product: "prd",
  branch: "bra",
  request: "req",
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >>> bits) & 31];
      value &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
}

const ID = /^[a-z]{2,5}_[0-9a-z]{20,40}$/;

/** Whether a text has the form of an id: what has not is nobody's. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/**
 * A new id: prefix, 48-bit millisecond time, 80 random bits, in Crockford base 32 (as ULID orders them).
 * @param at milliseconds since the epoch; deterministic seeds pass their own.
 * @param random 10 bytes; deterministic seeds pass their own.
 */
export function newId(kind: IdKind, at: number = Date.now(), random?: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = at;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random ?? crypto.getRandomValues(new Uint8Array(10)), 6);
  return `${ID_PREFIXES[kind]}_${base32(bytes)}`;
}
