import type { ClauseKind, Language } from "./clause";

/** Question words where they ask nothing: "什么都", "好几天", "没什么问题". */
const NOT_ASKING =
  /(?:没|没有|不管|无论|不论|随便|那个|为了)(?:什么|怎么|哪|几|多少)|(?:什么|怎么|哪里|哪儿|多少|几个)(?:都|也)|什么的|怎么样都|[好过前近隔这那]几[天个次周年月]|几[天个次周年月](?:前|后|以前|之前|了)|没多少|多少有|怎么也|等多久都|不知道多少|几乎|几率|茶几/gu;
/** Questions that are complaints and want no answer. */
const RHETORICAL =
  /什么破|什么垃圾|什么玩意|什么态度|什么服务|什么质量|有没有搞错|凭什么|什么意思啊|像话吗|还有没有|好意思|难道|至于吗|有意思吗|怎么这么|怎么那么|几个意思|搞什么|这也叫/u;
const ASKING =
  /[吗嘛]|么$|呢$|怎么|怎样|如何|咋|多久|多长|多少|多大|多重|多远|多快|多高|几[天个点时号年月折种次件块]|哪|什么|啥|为何|谁|能不能|可不可以|可以不可以|是不是|有没有|会不会|要不要|行不行|用不用|能否|可否|是否|支不支持|退不退|包不包|在不在|够不够|好不好/u;
const REQUEST =
  /^(?:请|麻烦|帮|劳驾|给我|(?:我)?(?:还|也|再)(?:要|想)|我要|我想|想要?|需要|申请|我需要|我得|替我|能帮|要求|查一?下|查询|催一?下|取消|退货|退款|换货|修改|改一?下|开一?张|补开|补发)/u;
const TAG =
  /^(?:这样|那|都|还|现在|这种情况|像这种)?(?:可以|行|好|对|能|成|是|有|在|会|方便|合适|没问题|可不可以|行不行|能不能|对不对|好不好|是不是|有没有办法|有办法)?(?:吗|么|嘛|吧|呀|不)?$|^(?:那|这|这个|这种情况|这该|该|应该|要|我该|我要|请问)?(?:怎么办|咋办|怎么弄|怎么处理|怎么解决|怎么回事|咋回事|为什么|为啥|什么原因|怎么搞|如何处理|如何解决|怎么做)(?:呢|啊|呀|了|好)?$|^(?:是不是|会不会是?|难不成是?)(?:它|机器|产品|系统|我)?.{1,4}了?$/u;
const COURTESY =
  /^(?:你好|您好|亲|在吗|在么|在不在|有人吗|有人在吗|hi|hello|嗨|哈喽|请问一?下?|问一?下|想问一?下?|我想问一?下?|咨询一?下|想咨询一?下?|我想咨询一?下?|早上好|上午好|下午好|晚上好|客服|客服在吗|谢谢|谢谢你|谢谢您|多谢|感谢|辛苦了|麻烦了|麻烦您了?|麻烦你了?|拜托了?|好的|嗯|哦|ok|打扰了?|打扰一下|不好意思|几个问题|有几个问题|我有几个问题|有两个问题|问几个问题|两个问题|以下问题|急|在线等|谢了|等回复|请回复|盼复|求解答|求回复)+[啊呀哦呢哈的]*$/iu;
const NUMBER =
  /^(?:我的)?(?:订单(?:编)?号?|单号|手机号?|电话|邮箱|快递单号)?(?:是|为|:|：)?\s*[A-Za-z]*-?\d[\w@.-]{3,}$/u;
const LEAD =
  /^(?:请问|那么?|还有|你好|您好|我?[还也]?想(?:问|咨询|了解|知道)一?下?|问一?下|麻烦(?:问一?下?)?|就是|这个|那个|[,，\s])+/u;

function kindOf(clause: string): ClauseKind {
  const bare = clause.replace(/[\s。．.!！?？~～…、,，;；]+$/gu, "").trim();
  const asked = bare.replace(LEAD, "");
  if (bare === "" || COURTESY.test(bare.replace(/[\s,，:：]/g, ""))) return "courtesy";
  if (NUMBER.test(bare)) return "number";
  if (asked !== "" && TAG.test(asked)) return "tag";
  if (RHETORICAL.test(bare)) return "tells";
  if (ASKING.test(bare.replace(NOT_ASKING, "")) || /[?？]/.test(clause)) return "asks";
  return REQUEST.test(asked) ? "requests" : "tells";
}

/** Where the question itself begins in a clause: what stands before it is what it is about. */
const QUESTION_HEAD =
  /(?:大概|一般|通常|最快|最多|最少|还|都|是|要|得|需要|应该|可以|能|会|到底|现在|又|一共|总共)*(?:怎么|怎样|如何|咋|多久|多长|多少|多大|多重|多远|几[天个点时号年月折种次件块]|哪|什么|啥|为什么|为何|谁|能不能|可不可以|是不是|有没有|会不会|要不要|能否|可否|是否|支不支持|支持|可以|能|会|有|要)/u;
/** What says nothing about which thing is meant. */
const LIGHT =
  /怎么|怎样|如何|咋|多久|多长时间|多长|时间|多少钱|多少|多大|多重|几[天个点时号年月折种次件块]|哪里|哪儿|哪天|哪个|哪|什么时候|什么|啥|为什么|谁|能不能|可不可以|是不是|有没有|会不会|要不要|能否|可否|是否|大概|一般|最快|需要|应该|可以|现在|到账|收到|发货|寄出|送到|有货|现货|缺货|没货|补货|包邮|免费|收费|打折|优惠|申请|操作|办理|处理|查看|修改|取消|解决|设置|使用|安装|防水|保修|颜色|尺寸|价格|区别|退回|寄回|便宜|贵|过期|生效|叠加|权益|证明|材料|条件|要求|流程|手续|续费|降级|升级|注销|退(?![款货])|换|修|用|弄|办|算|拿|取|付|等|去|来|送|买|交|选|查|改|到|出|有|能|会|要|得|还|都|才|就|是|的|了|吗|么|呢|啊|呀|吧|钱|货|包|再|又|也|请问|在|给|我|它|呢|\s|[?？。,，!！]/gu;
/** Properties: asked about one thing, they are not what the next question is about. */
const PROPERTY = /的?(?:运费|邮费|快递费|价格|价钱|费用|尺寸|重量|颜色|售价|库存|单价|原价)$/u;
const TOPIC_LIMIT = 14;

/** The thing a question is about: the words before its question, or a number or model name in it. */
function topicOf(question: string): string {
  const bare = question.replace(LEAD, "").trim();
  const head = bare.search(QUESTION_HEAD);
  const before = (head > 0 ? bare.slice(0, head) : "").replace(/[,，。！!\s]+$/u, "");
  const last = before.split(/[,，。！!]/u).at(-1) ?? "";
  const topic = last
    .replace(/[到在]$/u, "")
    .replace(PROPERTY, "")
    .replace(/的$/u, "")
    .trim();
  if ([...topic].length > 1 && [...topic].length <= TOPIC_LIMIT) return topic;
  return /[A-Za-z]+[A-Za-z0-9]*(?: [A-Z0-9][A-Za-z0-9]*)*\d*|A\d{4,}/u.exec(before)?.[0] ?? "";
}

const leans = (question: string): boolean => [...question.replace(LEAD, "").replace(LIGHT, "")].length < 2;

/** Money and goods are what a question is about, though nothing else is told of them: "钱多久到账". */
const OWN_THING = /^[钱货款]/u;
/** Told of somebody or something, and no name of a thing: "我不想", "耳机坏了". */
const TELLING = /我(?!的)|[你您不没未了想]/u;

function complete(question: string, before: string, isNew: boolean): string {
  const own = question.replace(LEAD, "");
  if (!leans(question) || OWN_THING.test(own) || (isNew && topicOf(question) !== "")) return question;
  const topic = topicOf(before);
  return topic === "" || TELLING.test(topic) || question.includes(topic)
    ? question
    : `${topic}${/[\w]$/.test(topic) ? " " : ""}${own}`;
}

export const CHINESE: Language = {
  joining:
    /^(?:另外|还有(?:就是|一个(?:问题)?)?|再就是|再(?:问|请问)一?下?|顺便(?:再)?(?:问|请问|咨询)?一?下?|以及|此外|其次|首先|然后|最后|再者|对了|第[一二三四五六七八九]个?(?:问题)?|一是|二是|三是|其一|其二|同时|并且|而且|再有|哦对了)[,，:：、\s]*/u,
  inside: /(?=还有|以及|另外|顺便|然后(?!面)|再就是|同时)|(?<=[吗呢])(?=[\p{Script=Han}A-Za-z]{3,})/u,
  further: /^我?[还也](?:想|需要)/u,
  trouble: /[没未不]|坏|丢|错/u,
  wish: /^(?:那|就是|,|，)?(?:我)?(?:想|要|需要|得|打算)/u,
  kindOf,
  leans,
  complete,
};
