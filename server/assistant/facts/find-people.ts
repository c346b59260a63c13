import type { Find, Finder } from "./finder";

const SURNAMES =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉薛雷贺倪汤罗郝邬安常于傅卞齐伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝明臧戴宋庞熊纪舒屈项祝董梁杜阮蓝席季贾江童颜郭梅林钟徐邱骆高夏蔡田胡凌霍万柯卢莫房解丁邓洪包左石崔龚程嵇邢裴陆荣翁荀甄曲封储靳焦牧隗谷车侯全班秋仲伊宫宁仇甘厉祖武符刘景詹龙叶司黎白蒲邰赖卓屠池乔胥闻党翟谭劳姬申冉桑桂牛边燕尚温庄晏柴瞿阎慕连茹宦艾容向古易廖庾居衡步耿满匡文欧聂关曾沙丰巢岳帅盛肖冼凤邝游覃";
const COMPOUND = "欧阳|司马|上官|诸葛|慕容|司徒|皇甫|尉迟|公孙|令狐|端木|东方|夏侯|南宫|长孙|宇文";
const NAME = `(?:${COMPOUND}|[${SURNAMES}])\\p{Script=Han}{1,2}`;
const STOP = "(?=$|[\\s,，.。;；!！?？、:：)）]|的|是|收|电话|手机|想|要|在|来|吗|刚|已)";
/** Beginnings that look like a surname and are none. */
const NO_NAME =
  /^(?:于是|何时|何况|安装|安排|方便|常常|万一|全部|高兴|明天|明白|宁可|解决|任何|曾经|连接|关于|关注|易碎|白色|黑色|金卡|金色|古代|文件|车主|封面|包裹|包装|马上|时候|向你|向您|温度|游客|游戏|满意|步骤|党员|边框|边上|成都|武汉|江苏|安徽|宁波|石家|高中|高级|田园|林业|顾客|牛奶|毛病|舒服|谢谢|任务|程序|项目|钱包|钱款|方法|方面|计划|许多|段时|季度|华为|米家|贝壳|单位|卫生|云南|广东|湖北)/;
/** Ends of what somebody is to the shop: 白金卡, 包年用户. */
const A_ROLE = /[卡员户]$/;
const LABELLED = new RegExp(
  `(?:我叫|我是|名字(?:是|叫)?|姓名(?:是|为)?|收件人(?:姓名)?(?:是|为|改成|改为)?|收货人(?:姓名)?(?:是|为|改成|改为)?|联系人(?:是|为)?|本人|叫我|客户姓名)\\s*[:：]?\\s*(${NAME}?)${STOP}`,
  "gu",
);
const TITLED = new RegExp(
  `(?<!(?![是找叫跟和给请让被由问])\\p{Script=Han})((?:${COMPOUND}|[${SURNAMES}]))(先生|女士|小姐|太太|老师|经理)`,
  "gu",
);
const AFTER_VERB = new RegExp(`(?:我姓|免贵姓|鄙人姓)(${COMPOUND}|\\p{Script=Han})`, "gu");

const WORD = "\\p{Lu}[\\p{L}'’-]{1,20}";
const ENGLISH_LABEL = new RegExp(
  `\\b(?:[Mm]y name(?: is|'s|’s)|[Tt]his is|[Ii](?:'|’)?m|[Ii] am|[Nn]ame(?: is)?:|[Rr]ecipient:?|[Cc]all me|[Aa]ttn:?|[Rr]egards,|[Ss]incerely,|[Cc]heers,|[Tt]hanks,\\n)\\s*(${WORD}(?: ${WORD}| \\p{Lu}\\.){0,3})(?!\\p{L})`,
  "gu",
);
const ENGLISH_SMALL = /\bmy name(?: is|'s|’s) ([a-z]{2,20}(?: [a-z]{2,20})?)(?=$|[,.;!?\n]| and | i | my )/gu;
const TITLE = new RegExp(`\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? (${WORD}(?: ${WORD})?)`, "gu");
const NO_ENGLISH_NAME =
  /^(?:Sorry|Not|Very|So|Just|Still|Trying|Looking|Waiting|Having|Getting|Using|Interested|Happy|Unhappy|Angry|Sure|Unable|Writing|The|Your|My|Our|In|On|At|From|Going|Calling|Asking|About|Really|Also|Afraid|Wondering|Customer|Order|Platinum|Gold|Silver|Bronze|Diamond|Basic|Plus|Premium|VIP|Vip|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Chinese|English|American|British|Ridiculous|Unacceptable|Urgent|A|An|It|That|What|Why|How)\b/;

function person(match: RegExpMatchArray): Find[] {
  const name = (match[1] ?? "").trim();
  const from = (match.index ?? 0) + match[0].lastIndexOf(name);
  if (name === "" || [NO_NAME, A_ROLE, NO_ENGLISH_NAME].some((pattern) => pattern.test(name))) return [];
  return [{ kind: "person", from, to: from + name.length, value: name, valid: true }];
}

/** People's names where a text introduces one: "我叫…", "收件人…", "姓王", "王女士", "my name is …", "Ms. …". Never guessed from a bare word. */
export const findPeople: Finder = (plain) => [
  ...[LABELLED, AFTER_VERB, ENGLISH_LABEL, ENGLISH_SMALL, TITLE].flatMap((pattern) =>
    Array.from(plain.matchAll(pattern)).flatMap(person),
  ),
  ...Array.from(plain.matchAll(TITLED), ({ 0: text, index }): Find => {
    return { kind: "person", from: index, to: index + text.length, value: text, valid: true };
  }),
];
