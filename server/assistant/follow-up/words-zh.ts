/** Chinese words by what they do in a sentence; closed classes and the commonest open ones, longest first when matched. */
const alternatives = (words: string): string =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .join("|");

/** Point at somebody or something said before. */
const POINTERS = {
  person: alternatives("他们俩 她们俩 他们 她们 他 她"),
  thing: alternatives(
    "它们 它 这玩意 那玩意 这东西 那东西 这个东西 那个东西 这个 那个 这款 那款 这种 那种 这些 那些 该产品 该商品",
  ),
  place: alternatives("那里 那儿 那边 这里 这儿 这边 那地方 这地方 这个地方 那个地方"),
};

/** "this song", "that book": a pointer with the kind of thing it points at. */
export const POINTED_KIND =
  /[这那该](?:[个首本部款种只场条件家位些套台份类门]|期)?(歌曲|歌手|歌|书|小说|电影|片子|动漫|动画|电视剧|剧|游戏|乐器|名字|星座|节目|城市|地方|学校|公司|品牌|人|明星|女孩|男孩|词|问题|产品|商品|东西|套餐|会员|订单|软件|版本|活动)/;

/** What carries no subject: particles, pronouns, auxiliaries, adverbs, question words and the verbs of talking. */
export const EMPTY = alternatives(
  "你 您 我 我们 你们 咱们 咱 大家 自己 人家 他 她 它 他们 她们 它们 这 那 这个 那个 这些 那些 这样 那样 这么 那么 这里 那里 这儿 那儿 " +
    "谁 什么 啥 哪 哪里 哪儿 哪个 哪些 怎么 怎么样 怎样 怎么办 如何 为什么 为啥 几 多少 多久 多大 多少钱 什么时候 啥时候 什么意思 是谁 干嘛 干什么 " +
    "吗 呢 吧 啊 呀 哦 噢 嗯 哈 嘛 啦 喽 哎 唉 呃 额 哇 诶 嘿 哼 的 地 得 了 着 过 之 " +
    "是 不是 是不是 有 没有 没 有没有 不 别 在 正在 会 能 能不能 会不会 可以 可不可以 要 想 想要 应该 可能 必须 得 需要 " +
    "很 太 真 真的 好 非常 超 最 更 比较 特别 挺 也 都 就 才 还 还是 再 又 只 已经 曾经 刚 刚刚 刚才 一直 其实 当然 到底 究竟 好像 似乎 不过 但是 但 可是 可 而且 因为 所以 如果 虽然 然后 以后 之后 " +
    "和 跟 与 或 或者 把 被 给 让 对 对于 向 从 到 由 于 比 像 为 为了 关于 " +
    "说 说说 讲 讲讲 问 问问 告诉 聊 聊聊 谈 觉得 认为 感觉 知道 知不知道 认识 认不认识 听说 听说过 了解 推荐 打算 准备 开始 出来 起来 回来 过来 知道了 不知 还没 记得 以为 希望 请问 请 喜欢 爱 看 看过 看看 听 听过 吃 吃过 玩 玩过 用 用过 去 去过 来 做 买 搞 弄 找 " +
    "一个 一下 一些 一点 有点 几个 两个 一 两 个 首 部 本 位 种 次 些 点 现在 今天 明天 昨天 后天 时候 什么样 里 里面 上 中 下 " +
    "哈哈 哈哈哈 呵呵 嘿嘿 好的 行 对啊 是的 是啊 不知道 没有啊 谢谢 你好 您好 呗 嘞 咯",
);

/** Stand before a message without belonging to it. */
export const OPENING =
  /^(?:嗯+|哦+|噢|啊|呃|额|哎|唉|好吧|好的|那么|那|但是|但|可是|不过|所以|然后|而且|因为|还有|另外|请问|原来|其实|听说|对啊?|是的|是啊|不是)[,，、 ]*/;

/** End a message without belonging to it. */
export const ENDING =
  /(?:了吗|了么|了没|了啊|了呀|了哦|吗|(?<![什怎这那多])么|呢|吧|啊|呀|哦|嘛|啦|哈+|了|的|[?？!！。.~～])+$/;

/** Verbs that want an object; when a message ends in one, what they are about was said before. */
export const WANTS_OBJECT =
  /(?:看过|听过|吃过|玩过|去过|用过|见过|读过|买过|没看过|喜欢|不喜欢|爱|知道|认识|了解|听说过|记得|想看|想听|想吃|想要|想买|爱看|爱听|爱吃|会唱|会玩|会做|告诉我|给我看看|看看|听听|吃|买|要|害怕|怕|羡慕|讨厌|支持|同意)$/;

/** Family names, the commonest first: tell people from things. */
export const FAMILY_NAMES = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范廖石金贾夏韦付方邹熊白孟秦邱侯江尹薛雷龙黎史陶贺毛段郝顾龚邵万钱严武戴莫孔向汤鹿易权华霍迪古",
);

export const POINTS_AT_PERSON = new RegExp(POINTERS.person);
export const POINTS_AT_THING = new RegExp(
  `(?:${POINTERS.thing}|${POINTERS.place})(?!儿)|^[这那](?=[是不也都在有会能])`,
);

/** Whether a Chinese message points at something said before. */
export function points(message: string): boolean {
  return POINTED_KIND.test(message) || POINTS_AT_PERSON.test(message) || POINTS_AT_THING.test(message);
}

/** Properties that everything has, and what is done with anything: a question about one alone does not say of what. */
export const PROPERTY =
  /^(?:申请|办理|操作|处理|提交|生效|到账|到期|要带|携带|证明|证件|资料|文件|要求|规则|价格|价钱|费用|时间|地址|电话|颜色|尺寸|尺码|大小|质量|重量|作者|主演|导演|结局|名字|歌词|天气|温度|效果|作用|区别|优惠|折扣|运费|保修|保修期|期限|条件|流程|步骤|手续|材料|原因|结果|好处|缺点|优点|内容|功能|味道|口感|剧情|歌名|年龄|身高|生日|星座|老家|版本|型号|库存|进度|状态|手续费|利息|利率|额度|有效期|链接|图片|照片|资源)+$/;
