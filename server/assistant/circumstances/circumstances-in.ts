import type { Circumstances } from "@/lib/contracts/circumstances";
import { toSimplified } from "@/lib/text/chinese-script";
import { regionIn } from "./region-in";

type Sign = { pattern: RegExp; tells: Circumstances };

const sign = (pattern: RegExp, tells: Circumstances): Sign => ({ pattern, tells });

/** Names of systems and machines; each tells the platform and, where it is certain, the device. */
const MACHINES: readonly Sign[] = [
  sign(/\bipad(?:os)?\b/g, { platform: "ios", device: "tablet" }),
  sign(/\biphone\b|苹果手机|苹果的手机/g, { platform: "ios", device: "phone" }),
  sign(/\bios\b|苹果系统|(?:用|是|的)苹果(?=$|[，。！？,.!?的吧]|端|版)|苹果端|苹果版/g, { platform: "ios" }),
  sign(/安卓平板|\bandroid tablet\b/g, { platform: "android", device: "tablet" }),
  sign(/安卓手机|\bandroid phone\b|(?:小米|三星|红米|oppo|vivo|一加)手机|\bgalaxy s\d+|\bpixel \d/g, {
    platform: "android",
    device: "phone",
  }),
  sign(/安卓|\bandroid\b/g, { platform: "android" }),
  sign(/鸿蒙|\bharmony ?os\b/g, { platform: "harmonyos" }),
  sign(/\bmac(?:book|os)?(?: pro| air| mini)?\b|\bimac\b|苹果电脑|苹果笔记本/g, {
    platform: "mac",
    device: "computer",
  }),
  sign(/\bwindows\b|\bwin ?(?:7|8|10|11)\b/g, { platform: "windows", device: "computer" }),
  sign(/\blinux\b|\bubuntu\b/g, { platform: "linux", device: "computer" }),
  sign(
    /网页版|网页上|网页端|浏览器|\b(?:in|from|using) (?:my|the|a) browser\b|\bon (?:the|your) web ?(?:site|page)?\b/g,
    {
      platform: "web",
    },
  ),
];

/** What somebody holds in their hands when they say how they do a thing; "phone number" and "phone case" do not. */
const DEVICES: readonly Sign[] = [
  sign(/(?:用|在|我的|拿|是)手机(?!号|卡|壳|膜|费|尾号)|手机(?:上|端|版)/g, { device: "phone" }),
  sign(/(?:用|在|我的|拿)平板|平板(?:上|端)/g, { device: "tablet" }),
  sign(/(?:用|在|我的|拿|和|连)(?:笔记本)?电脑|(?:电脑|笔记本)(?:上|端)/g, { device: "computer" }),
  sign(/\b(?:on|with|using|from|to) (?:my|a|the|your) (?:smart)?phone\b(?! number| case| call)/g, { device: "phone" }),
  sign(/\b(?:on|with|using|from|to) (?:my|a|the|your) tablet\b/g, { device: "tablet" }),
  sign(/\b(?:on|with|using|from|to) (?:my|a|the|your) (?:computer|laptop|pc|desktop)\b/g, { device: "computer" }),
];

const AM = "(?:\\bi(?:['’]| a)?m|\\bas|\\bfor) (?:an? )?";
const BIN = "(?:我是|我已经是|我现在是|作为|身为|本人)(?:你们的?|一个|一名|尊贵的)?";

/** A membership that somebody says they have; what they want to reach is not it. */
const TIERS: readonly Sign[] = [
  sign(new RegExp(`${AM}platinum|${BIN}(?:白金|铂金)`, "g"), { tier: "platinum" }),
  sign(new RegExp(`${AM}gold|${BIN}(?:金卡|黄金)`, "g"), { tier: "gold" }),
  sign(new RegExp(`${AM}silver|${BIN}(?:银卡|白银)`, "g"), { tier: "silver" }),
  sign(new RegExp(`${AM}basic member|${BIN}普通会员`, "g"), { tier: "basic" }),
];

const NOT =
  /(?:不是|不用|没用|没有|并非|而非|\bnot (?:on |an? |my |the |with |using )*|\bno |\bwithout (?:an? )?|n't (?:have|use|on) (?:an? )?)$/;

/**
 * What a message says of the person's circumstances, in Chinese or English. A word that is denied says nothing, and
 * neither does a message that names two of a kind. Pure.
 */
export function circumstancesIn(text: string): Circumstances {
  const plain = toSimplified(text.normalize("NFKC").toLowerCase());
  const machine = oneOf(MACHINES, plain);
  const held = oneOf(DEVICES, plain);
  return {
    ...held,
    ...machine,
    ...oneOf(TIERS, plain),
    ...regionIn(plain),
  };
}

/**
 * A text without the machines it names, and these apart. Where variants of an article differ by machine, its name tells
 * which text is wanted and not what it is about. A text of nothing else stays whole. Pure.
 */
export function apartFromMachines(text: string): { subject: string; machines: string } {
  const plain = toSimplified(text.normalize("NFKC").toLowerCase());
  const spans = [...MACHINES, ...DEVICES]
    .flatMap(({ pattern }) =>
      Array.from(plain.matchAll(pattern), ({ index, 0: found }) => [index, index + found.length]),
    )
    .toSorted(([one = 0], [other = 0]) => one - other);
  const machines: string[] = [];
  let subject = "";
  let at = 0;
  for (const [from = 0, to = 0] of spans) {
    if (to <= at) continue;
    subject += `${plain.slice(at, Math.max(at, from))} `;
    machines.push(plain.slice(Math.max(at, from), to));
    at = to;
  }
  subject += plain.slice(at);
  return machines.length > 0 && /[\p{L}\p{N}]{2}/u.test(subject)
    ? { subject, machines: machines.join(" ") }
    : { subject: text, machines: "" };
}

/** What the signs met agree on: nothing when two of them tell different things of the same kind. */
function oneOf(signs: readonly Sign[], plain: string): Circumstances {
  const taken: [number, number][] = [];
  const told: Circumstances = {};
  const torn = new Set<string>();
  for (const { pattern, tells } of signs) {
    for (const { index, 0: found } of plain.matchAll(pattern)) {
      const end = index + found.length;
      if (taken.some(([from, to]) => index < to && end > from)) continue;
      taken.push([index, end]);
      if (NOT.test(plain.slice(0, index))) continue;
      for (const [dimension, value] of Object.entries(tells) as [keyof Circumstances, string][]) {
        if (told[dimension] !== undefined && told[dimension] !== value) torn.add(dimension);
        told[dimension] = value;
      }
    }
  }
  return Object.fromEntries(Object.entries(told).filter(([dimension]) => !torn.has(dimension)));
}
