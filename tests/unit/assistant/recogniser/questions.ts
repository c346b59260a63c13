import type { Example } from "@/server/assistant/recogniser/train-recogniser";

const of = (label: string, ...texts: string[]): Example[] => texts.map((text) => ({ text, label }));

/** What a small shop's help centre is asked, in the house's own words. */
export const SHOP_EN: readonly Example[] = [
  ...of(
    "track",
    "Where is my parcel?",
    "How can I follow my order?",
    "Track my delivery",
    "My package status please",
    "When does my order get here?",
  ),
  ...of(
    "refund",
    "I want my money back",
    "How do I get a refund?",
    "When will I be refunded?",
    "Refund for a returned lamp",
    "Give me back what I paid",
  ),
  ...of(
    "return",
    "How do I send an item back?",
    "I would like to return these shoes",
    "What is your return policy?",
    "Return label",
    "Can I bring it back to a store?",
  ),
  ...of(
    "cancel",
    "Cancel my order",
    "I ordered by mistake, stop it",
    "Can I call off a purchase?",
    "Please do not ship my order",
    "How to cancel before it ships",
  ),
  ...of(
    "password",
    "I forgot my password",
    "Reset my login",
    "Cannot sign in any more",
    "How do I change the password?",
    "The sign-in page rejects my password",
  ),
  ...of(
    "invoice",
    "I need an invoice",
    "Where can I download the receipt?",
    "Send me the bill for my taxes",
    "Invoice with company name",
    "How do I get a tax receipt?",
  ),
  ...of(
    "warranty",
    "Is the kettle under warranty?",
    "How long is the guarantee?",
    "My lamp broke after a month",
    "Who repairs a faulty device?",
    "Does the guarantee cover water damage?",
  ),
  ...of(
    "hours",
    "When are you open?",
    "Opening hours on Sunday",
    "What time does the shop close?",
    "Are you open on holidays?",
    "Store hours",
  ),
];

export const SHOP_EN_ASKED: readonly Example[] = [
  ...of("track", "has my parcel been shipped yet", "can you locate my pacakge", "follow the delivery of my order"),
  ...of("refund", "when do I get the money back for the shoes", "refnud please", "I have not been reimbursed"),
  ...of(
    "return",
    "these do not fit, how can I send them back",
    "returning a kettle to the store",
    "what is the policy for returns",
  ),
  ...of(
    "cancel",
    "please cancel the purchase I made today",
    "stop my order",
    "I do not want the order any more, cancel it",
  ),
  ...of("password", "my pasword does not work", "I can not log in", "how to reset a forgotten password"),
  ...of("invoice", "where do I find my receipt", "invoice for my company", "download the tax bill"),
  ...of(
    "warranty",
    "the device is faulty, is it covered by the guarantee",
    "how long does the warranty last",
    "who can repair my kettle",
  ),
  ...of("hours", "are you open on saturday", "closing time of the shop", "what are your opening times"),
];

export const SHOP_ZH: readonly Example[] = [
  ...of("track", "我的包裹到哪了", "怎么查物流", "订单什么时候送到", "快递进度查询", "查一下配送到哪里了"),
  ...of("refund", "我要退款", "退款多久到账", "钱什么时候退给我", "怎么申请退款", "退的钱没有收到"),
  ...of("return", "怎么退货", "收到的东西不合适想退", "退货的运费谁出", "可以七天无理由退货吗", "退货地址是什么"),
  ...of("cancel", "取消订单", "拍错了不想要了怎么取消", "还没发货能取消吗", "订单可以撤销吗", "帮我取消刚下的单"),
  ...of("password", "忘记密码了", "登录不上账号", "怎么修改密码", "重置登录密码", "密码一直提示错误"),
  ...of("invoice", "怎么开发票", "能开增值税专票吗", "电子发票在哪里下载", "发票抬头写错了", "补开发票"),
  ...of("warranty", "保修期多长", "水壶坏了能修吗", "质保范围包括什么", "用了一个月就坏了", "去哪里维修"),
  ...of("hours", "几点开门", "周末营业吗", "你们的营业时间", "节假日上班吗", "店里几点关门"),
];

export const SHOP_ZH_ASKED: readonly Example[] = [
  ...of("track", "快递走到哪里了", "我買的東西什么时候能送到", "想查询一下我的包裹"),
  ...of("refund", "退款怎么还没到账", "申请了退款钱多久能回来", "要求退款"),
  ...of("return", "这件不合适如何退货", "退货要寄到什么地址", "请问退货运费怎么算"),
  ...of("cancel", "刚下的订单想取消", "没有发货的单子能不能撤销", "怎样取消我拍的东西"),
  ...of("password", "密码忘了怎么办", "账号登录不了", "想改一下登录密码"),
  ...of("invoice", "发票怎么开", "去哪下载电子发票", "可以补一张发票吗"),
  ...of("warranty", "坏了去哪儿修", "这个水壶保修多久", "质保包括哪些"),
  ...of("hours", "周末几点开门", "今天营业到几点", "过节你们上班吗"),
];

/** What the shop has no answer for. */
export const ELSEWHERE: Readonly<Record<"en" | "zh", readonly string[]>> = {
  en: [
    "What is the capital of Portugal?",
    "Write me a poem about the sea",
    "How tall is the tallest mountain?",
    "Who won the match last night?",
    "Do dogs dream?",
    "Translate good evening into Greek",
    "My neighbour plays loud music",
    "Solve this equation for x",
  ],
  zh: [
    "葡萄牙的首都是哪里",
    "写一首关于大海的诗",
    "世界上最高的山有多高",
    "昨晚的比赛谁赢了",
    "小狗会做梦吗",
    "邻居放音乐太吵了",
    "帮我解这道方程",
    "明天会下雨吗",
  ],
};
