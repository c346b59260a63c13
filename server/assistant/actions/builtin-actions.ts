import {
  type ActionOutline,
  type ActionParameter,
  BUILTIN_KEYS,
  type BuiltinKey,
  type ParameterKind,
} from "@/lib/contracts/actions";
import en from "@/messages/en/builtin-actions.json";
import zh from "@/messages/zh/builtin-actions.json";

type Frame = {
  confirm: boolean;
  identity: boolean;
  parameters: Record<string, Pick<ActionParameter, "kind"> & { optional?: true; prove?: true }>;
};

const kind = (name: ParameterKind) => ({ kind: name });

/** What each built-in action needs; what it says is in messages/<locale>/builtin-actions.json. */
const FRAMES: Record<BuiltinKey, Frame> = {
  order_status: { confirm: false, identity: true, parameters: { order_number: kind("order_number") } },
  start_return: {
    confirm: true,
    identity: true,
    parameters: { order_number: kind("order_number"), reason: kind("text") },
  },
  ticket_status: { confirm: false, identity: true, parameters: { ticket_number: kind("ticket_number") } },
  open_ticket: {
    confirm: true,
    identity: false,
    parameters: { description: kind("text"), contact: kind("contact") },
  },
  change_contact: { confirm: true, identity: true, parameters: { contact: { kind: "contact", prove: true } } },
  check_stock: { confirm: false, identity: false, parameters: { product: kind("product") } },
  find_branch: { confirm: false, identity: false, parameters: { branch: kind("choice") } },
};

type Words = { label: string; question: string };
const wordsOf = (locale: typeof en | typeof zh, key: BuiltinKey) =>
  locale[key] as { name: string; phrasings: string[]; result: string; parameters: Record<string, Words> };

function parameterOf(key: BuiltinKey, name: string, frame: Frame["parameters"][string]): ActionParameter {
  const [left, right] = [wordsOf(zh, key).parameters[name], wordsOf(en, key).parameters[name]];
  if (!left || !right) throw new Error(`Built-in action ${key}: no words for ${name}`);
  return {
    name,
    kind: frame.kind,
    required: !frame.optional,
    label: { zh: left.label, en: right.label },
    question: { zh: left.question, en: right.question },
    pattern: "",
    choices: [],
    ...(frame.prove && { prove: true }),
  };
}

function outlineOf(key: BuiltinKey): ActionOutline {
  const [left, right, frame] = [wordsOf(zh, key), wordsOf(en, key), FRAMES[key]];
  return {
    key,
    kind: "builtin",
    names: { zh: left.name, en: right.name },
    phrasings: { zh: left.phrasings, en: right.phrasings },
    parameters: Object.entries(frame.parameters).map(([name, parameter]) => parameterOf(key, name, parameter)),
    confirm: frame.confirm,
    identity: frame.identity,
    results: { zh: left.result, en: right.result },
    enabled: true,
    version: 0,
  };
}

/** The built-in actions as they are before anybody changes them. */
export const BUILTIN_ACTIONS: readonly ActionOutline[] = BUILTIN_KEYS.map(outlineOf);

/**
 * A built-in action with what an administrator changed: its words and whether it is on. What it needs, and that it
 * needs consent and identity, stays as its code expects it.
 */
export function builtinWith(row: ActionOutline): ActionOutline | null {
  const base = BUILTIN_ACTIONS.find(({ key }) => key === row.key);
  if (!base) return null;
  const parameters = base.parameters.map((parameter) => {
    const { label, question } = row.parameters.find(({ name }) => name === parameter.name) ?? parameter;
    return { ...parameter, label, question };
  });
  const { names, phrasings, results, enabled, version } = row;
  return { ...base, names, phrasings, results, enabled, version, parameters, confirm: base.confirm || row.confirm };
}

/** All actions: the built-in ones, changed or not, then the company's own by key. */
export function allActions(rows: readonly ActionOutline[]): ActionOutline[] {
  const changed = new Map(rows.filter(({ kind: of }) => of === "builtin").map((row) => [row.key, row]));
  const builtin = BUILTIN_ACTIONS.map((base) => {
    const row = changed.get(base.key);
    return (row && builtinWith(row)) ?? base;
  });
  const own = rows.filter(({ kind: of }) => of === "http").sort((a, b) => (a.key < b.key ? -1 : 1));
  return [...builtin, ...own];
}
