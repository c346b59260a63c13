import { agent, customer, type Dialogue } from "./dialogue";

export const deliveryDialogues: readonly Dialogue[] = [
  {
    group: "orders",
    article: "delivery-times-and-fees",
    open: {
      zh: ["寄到乌鲁木齐要几天，运费多少", "多少钱包邮", "现在下单什么时候发货"],
      en: ["How long does delivery take and what does it cost?", "Is delivery free for an order of ¥229?"],
    },
    more: { words: { zh: "周末发货吗", en: "Do you ship at weekends?" } },
    person: [
      agent(
        "寄新疆需要 5–8 天，标准运费满 ¥99 免，偏远地区另收 ¥15。",
        "Xinjiang takes 5–8 days. Standard delivery is free from ¥99, the remote-area charge of ¥15 stays.",
      ),
      customer("那可以加急吗", "Can it be faster?"),
      agent(
        "偏远地区暂时没有次日达，抱歉。今天 16:00 前付款会当天发出。",
        "There is no next-day service there, sorry. If you pay before 16:00 it ships today.",
      ),
    ],
  },
  {
    group: "orders",
    article: "express-next-day",
    open: {
      zh: ["次日达没按时到怎么办", "次日达怎么选", "成都可以次日达吗"],
      en: [
        "My next-day parcel did not arrive",
        "How does next-day delivery work?",
        "Is next-day available in Chengdu?",
      ],
    },
    more: { words: { zh: "我是白金卡要钱吗", en: "I'm Platinum, do I pay for it?" } },
    person: [
      agent(
        "{order} 选了次日达，应该昨天送到，确实晚了。运费 ¥20 我给您退回去。",
        "{order} was next-day and should have arrived yesterday, so it is late. I'm refunding the ¥20.",
      ),
      customer("快递什么时候到", "When does it arrive?"),
      agent(
        "快递员说今天 18:00 前送到，到不了我再联系您。",
        "The courier says before 18:00 today. I'll get back to you if it doesn't.",
      ),
      customer("行", "OK"),
    ],
    note: { zh: "已退次日达运费 ¥20，催派单号 {tracking}。", en: "Refunded the ¥20 express fee, chased {tracking}." },
    ticket: {
      type: "delivery",
      subject: { zh: "次日达延误，要求退运费", en: "Next-day delivery was late" },
      description: {
        zh: "{order} 付了 ¥20 次日达，第三天才到。",
        en: "I paid ¥20 for next-day delivery on {order}; it came on the third day.",
      },
      reply: { zh: "核实延误属实，¥20 已提交退回。", en: "The delay is confirmed; the ¥20 refund is on its way." },
      done: { zh: "¥20 已退回，抱歉耽误您使用。", en: "The ¥20 has been refunded. Sorry for the delay." },
    },
  },
  {
    group: "sales",
    article: "international-delivery",
    open: {
      zh: ["能寄到德国吗", "寄香港要多少运费", "海外收货要交税吗"],
      en: ["Do you ship to Germany?", "How much is delivery to Singapore?", "Who pays import duties?"],
    },
    more: { words: { zh: "充电宝可以寄吗", en: "Can you send a power bank?" } },
    person: [
      agent(
        "可以寄，7–15 天。您这一单约 2 公斤，运费我帮您算一下。",
        "Yes, it takes 7–15 days. Your parcel is about 2 kg, let me work out the price.",
      ),
      customer("好的，寄到慕尼黑", "Thanks, it's going to Munich"),
      agent(
        "首重 ¥160，续重 ¥55，一共 ¥215，关税由收件人承担。",
        "¥160 for the first kilogram plus ¥55 for the second: ¥215. Import duties are paid by the receiver.",
      ),
      customer("明白了，我下单", "Understood, I'll order"),
    ],
  },
  {
    group: "orders",
    article: "parcel-not-moving-or-lost",
    open: {
      zh: ["快递三天没动了", "{order} 物流一直停在转运中心", "显示已签收但我没收到"],
      en: [
        "My parcel hasn't moved for four days",
        "It says delivered but I never got it",
        "Tracking for {order} is stuck",
      ],
    },
    more: { words: { zh: "要是丢了怎么赔", en: "What happens if it is lost?" } },
    person: [
      agent(
        "我看到 {tracking} 最后一次扫描是 80 小时前，已经超过 72 小时，我现在提交查件。",
        "The last scan of {tracking} was 80 hours ago, which is past 72 hours. I'm opening a trace now.",
      ),
      customer("多久有结果？我急用", "How long will that take? I need it soon"),
      agent(
        "24 小时内短信告诉您。如果确认丢失，2 个工作日内补寄或者全额退款，您选哪种？",
        "You'll get a text within 24 hours. If it's lost we resend or refund in full within 2 working days. Which would you prefer?",
      ),
      customer("补寄吧", "Resend, please"),
      agent(
        "记下了，如果丢失直接补寄，不用您再联系我们。",
        "Noted. If it is lost we resend it without you having to ask again.",
      ),
    ],
    note: { zh: "已提交查件，客户要求丢失则补寄。", en: "Trace opened; customer wants a resend if lost." },
    ticket: {
      type: "delivery",
      subject: { zh: "查件：{tracking} 超过 72 小时没有更新", en: "Trace {tracking}: no scan for over 72 hours" },
      description: {
        zh: "订单 {order}，物流停留超过 72 小时。客户希望丢失时补寄。",
        en: "Order {order} has had no scan for more than 72 hours. Customer prefers a resend if lost.",
      },
      reply: {
        zh: "承运商正在核查，最迟明天中午答复您。",
        en: "The carrier is checking; you'll hear from us by noon tomorrow.",
      },
      done: {
        zh: "包裹确认丢失，已为您补寄，新单号稍后短信发送。",
        en: "The parcel is confirmed lost. We have resent it and will text you the new number.",
      },
    },
  },
  {
    group: "orders",
    article: "store-pickup",
    open: {
      zh: ["深圳门店自提多久能拿", "自提可以让别人代拿吗", "门店自提保留几天"],
      en: ["How does store pickup work?", "Can a friend collect my order?"],
    },
    more: { words: { zh: "超过 7 天没取呢", en: "What if I don't collect it in time?" } },
    person: [
      agent(
        "{order} 已在深圳南山店备好，取货码刚刚重新发到您手机。",
        "{order} is ready at the Shenzhen Nanshan store. I've just sent the pickup code again.",
      ),
      customer("收到了", "Got it"),
      agent(
        "门店营业到 22:00，到柜台报取货码即可。",
        "The store is open until 22:00. Just show the code at the counter.",
      ),
    ],
  },
  {
    group: "afterSales",
    article: "damaged-or-missing-items",
    open: {
      zh: ["收到的{product}外壳裂了", "少了充电线", "发错颜色了怎么办"],
      en: ["My {product} arrived damaged", "There's a cable missing from the box", "You sent me the wrong colour"],
    },
    more: { words: { zh: "超过 48 小时才发现呢", en: "What photos do you need?" } },
    person: [
      agent(
        "很抱歉收到这样的商品。请把快递面单、外箱和破损处各拍一张，放在“申请售后”里，我马上审核。",
        "I'm sorry it arrived like that. Please add one photo each of the label, the box and the damage under “After-sales”; I'll review it right away.",
      ),
      customer("上传了", "Uploaded"),
      agent(
        "看到了，确实是运输破损。给您换一台新的，顺丰上门取旧的，运费我们出。",
        "I can see it's transport damage. We'll send a new one and SF Express will collect the old one at our cost.",
      ),
      customer("大概几天", "How long will it take?"),
      agent("旧件取走后 1–2 个工作日寄出新的。", "The new one leaves 1–2 working days after the old one is collected."),
    ],
    note: { zh: "照片已核对，运输破损，走换新。", en: "Photos checked: transport damage, replacement approved." },
    ticket: {
      type: "return",
      subject: { zh: "{order} 运输破损换新", en: "Replacement for {order}: transport damage" },
      description: {
        zh: "{product}外壳开裂，照片见售后单，签收当天反馈。",
        en: "The housing of the {product} is cracked; photos attached to the after-sales request on the day of delivery.",
      },
      reply: { zh: "上门取件已约在明天 9:00–12:00。", en: "Collection is booked for tomorrow between 9:00 and 12:00." },
      done: { zh: "新机已签收，本单完成。", en: "The replacement has been delivered. All done." },
    },
  },
];
