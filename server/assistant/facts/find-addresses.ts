import type { Find, Finder } from "./finder";

const RUN = /[\p{Script=Han}A-Za-z0-9#()\- ]{5,90}/gu;
/** Words an address follows; it begins after the last of them. */
const BEFORE =
  /^.*(?:地址(?:是|为|改成|改为|改到|换成)?|寄到|寄往|寄去|送到|送往|发到|发往|改到|改成|改为|换到|换成|搬到|住在|家住|位于|收货地|我在|我住|到(?=\p{Script=Han}{2,4}[省市]))\s*/u;
const PROVINCE =
  /北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门/u;
const WIDE = /省|自治区|市|区|县|旗/u;
const STREET = /路|街|大道|巷|胡同|弄|镇|乡|村|小区|花园|大厦|广场|公寓|家园|苑|城|园区|道/u;
const HOUSE = /(?:\d+|[一二三四五六七八九十]+|[A-Za-z]\d*)\s*(?:号楼|号院|号|栋|幢|座|单元|楼|层|室|房|弄|排|组)/u;
const PIECE =
  /[\p{Script=Han}A-Za-z0-9#()-]{0,10}?(?:自治区|街道|大道|胡同|小区|花园|大厦|广场|公寓|家园|园区|单元|号楼|号院|省|市|区|县|旗|镇|乡|村|路|街|巷|弄|苑|号|栋|幢|座|楼|层|室|房|组)(?:\s*[A-Za-z]?\d{1,5}(?:-\d{1,5}){0,2}(?:室|房|号)?)?\s*/uy;
const MOST_PIECES = 14;
/** What only looks like a piece: a question or verb, not a place. */
const NO_PLACE =
  /[吗呢么？]|怎么|可以|什么|哪|没有|订单|退|换|查|多少|我的|你们|客服|线路|上市|超市里|市场价|区别|号码|账号|单号|型号|序列号|手机号|几号|套房|楼上|楼下|上楼|下楼/u;

function chineseAddresses(plain: string): Find[] {
  return Array.from(plain.matchAll(RUN)).flatMap(({ 0: run, index }): Find[] => {
    const skipped = Math.max(BEFORE.exec(run)?.[0].length ?? 0, run.search(PROVINCE));
    const from = index + skipped + (/^\s*/.exec(run.slice(skipped))?.[0].length ?? 0);
    const text = piecesFrom(plain.slice(0, index + run.length), from).trimEnd();
    const wide = WIDE.test(text);
    const whole = STREET.test(text) && HOUSE.test(text);
    const plausible = text.length >= 5 && !NO_PLACE.test(text) && (whole || (wide && STREET.test(text)));
    if (!plausible) return [];
    return [{ kind: "address", from, to: from + text.length, value: text.replace(/\s+/g, ""), valid: whole }];
  });
}

/** The longest row of pieces ("浦东新区", "张江路88号", …) that begins at a place. */
function piecesFrom(plain: string, from: number): string {
  let at = from;
  for (let count = 0; count < MOST_PIECES; count += 1) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(plain)?.[0];
    if (!piece) break;
    at += piece.length;
  }
  return plain.slice(from, at);
}

const KINDS =
  "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Close|Parkway|Pkwy|Highway|Hwy|Crescent|Row";
const POSTCODE = "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b";
const NAME = `(?!${POSTCODE})[A-Z][\\w'-]{0,24}`;
const INSIDE =
  "(?:,? ?(?:#|(?:apt|apartment|unit|suite|ste|flat|floor|building|bldg|room|rm|block)\\b\\.? ?#?) ?[\\w-]{1,8}){0,4}";
const REST = `(?:, ?${NAME}(?: ${NAME}){0,2}){0,3}(?:,? ?(?:[A-Z]{2} )?\\d{5}(?:-\\d{4})?|,? ?${POSTCODE})?`;
const HOUSE_FIRST = new RegExp(
  `(?<![\\w-])\\d{1,6}[A-Za-z]?,? (?:${NAME} ){1,4}(?:${KINDS})\\b\\.?${INSIDE}${REST}`,
  "g",
);
const STREET_FIRST = new RegExp(
  `(?<![\\w-])(?:${NAME} ){1,3}(?:${KINDS})\\b\\.? \\d{1,5}[A-Za-z]?${INSIDE}${REST}`,
  "g",
);

/** Postal addresses, Chinese (省 市 区 路 号, largest first) and English (number and street first or last). Not valid without a house number. */
export const findAddresses: Finder = (plain) => [
  ...chineseAddresses(plain),
  ...[HOUSE_FIRST, STREET_FIRST].flatMap((pattern) =>
    Array.from(plain.matchAll(pattern), ({ 0: text, index }): Find => {
      return { kind: "address", from: index, to: index + text.length, value: text.replace(/\s+/g, " "), valid: true };
    }),
  ),
];
