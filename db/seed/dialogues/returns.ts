import { agent, customer, type Dialogue } from "./dialogue";

export const returnDialogues: readonly Dialogue[] = [
  {
    group: "afterSales",
    article: "how-to-return",
    open: {
      zh: ["{product}不喜欢，怎么退货", "七天无理由怎么申请", "退货地址是哪里"],
      en: ["How do I return my {product}?", "I'd like to send {order} back"],
    },
    more: {
      words: { zh: "退货的快递费谁出", en: "Who pays for sending it back?" },
      article: "return-shipping-cost",
    },
    person: [
      agent(
        "{order} 签收第 4 天，可以无理由退。我帮您提交，快递员明天上门可以吗？",
        "{order} was delivered 4 days ago, so it can be returned without a reason. May the courier come tomorrow?",
      ),
      customer("明天晚上 6 点以后", "After 6 pm tomorrow, please"),
      agent(
        "约好了，明天 18:00–19:00 顺丰上门。仓库收到后 1–2 个工作日检查。",
        "Booked: SF Express, tomorrow 18:00–19:00. We check it 1–2 working days after it arrives.",
      ),
      customer("好的", "Perfect"),
    ],
    ticket: {
      type: "return",
      subject: { zh: "退货 {order} 仓库签收后没有进度", en: "Return of {order}: no progress since it arrived" },
      description: {
        zh: "退货已签收三天，订单页还是“检查中”。",
        en: "The return arrived three days ago and still shows “Inspection”.",
      },
      reply: { zh: "已催仓库今天完成检查。", en: "We have asked the warehouse to finish the inspection today." },
      done: {
        zh: "检查通过，退款 {amount} 已发起。",
        en: "Inspection passed; the refund of {amount} has been started.",
      },
    },
  },
  {
    group: "afterSales",
    article: "return-conditions",
    open: {
      zh: ["拆封了还能退吗", "Buds 2 拆开试了一下可以退吗", "包装盒扔了能退货吗"],
      en: ["Can I return opened earbuds?", "I no longer have the box, can I still return it?"],
    },
    more: {
      words: { zh: "我是金卡，退货期是几天", en: "I'm a Gold member, how long do I have?" },
      article: "member-tiers",
    },
    person: [
      agent(
        "Buds 属于入耳产品，拆封后只有质量问题才能退换。耳机有什么不正常吗？",
        "Buds are in-ear products: once opened they can only be returned if faulty. Is anything wrong with them?",
      ),
      customer("左边有电流声", "There's a hiss in the left one"),
      agent(
        "那属于质量问题，15 天内可以直接换新，往返运费我们出。现在帮您申请。",
        "That counts as a fault. Within 15 days we exchange it at our cost. I'm setting it up now.",
      ),
      customer("太好了", "Great"),
    ],
    note: { zh: "左耳电流声，按质量问题换新。", en: "Hiss in the left earbud: exchange as faulty." },
  },
  {
    group: "afterSales",
    article: "exchange-faulty-item",
    open: {
      zh: ["{product}有问题想换一个", "换货要多久", "同款没货了怎么换"],
      en: ["My {product} is faulty, can I exchange it?", "How long does an exchange take?"],
    },
    more: { words: { zh: "换货要先寄回来吗", en: "Do I have to send it back first?" } },
    person: [
      agent("请问具体是什么故障，有没有试过重启？", "What exactly goes wrong, and have you tried a restart?"),
      customer("充不进电，换了线也不行", "It won't charge, even with another cable"),
      agent(
        "明白，这属于质量问题，签收 15 天内给您换新。换货单已建好。",
        "That's a fault within 15 days of delivery, so we replace it. The exchange is set up.",
      ),
      customer("谢谢", "Thank you"),
    ],
    ticket: {
      type: "return",
      subject: { zh: "{product}无法充电，申请换新", en: "{product} does not charge, exchange requested" },
      description: {
        zh: "换线、换充电头都充不进电，签收一周。",
        en: "It does not charge with any cable or charger. Delivered a week ago.",
      },
      reply: { zh: "换货单已通过，请等快递员上门。", en: "The exchange is approved; the courier will collect it." },
      done: { zh: "新机已寄出，单号 {tracking}。", en: "The new one has shipped: {tracking}." },
    },
  },
  {
    group: "afterSales",
    article: "return-shipping-cost",
    open: {
      zh: ["为什么扣了我 12 块运费", "退货运费谁承担", "金卡退货免运费吗"],
      en: ["Why was ¥12 taken off my refund?", "Who pays the return shipping?"],
    },
    person: [
      agent(
        "这单是无理由退货，普通会员运费 ¥12 由您承担；质量问题才由我们出。",
        "This was a return without a reason, so the ¥12 is on you as a Basic member; we pay when an item is faulty.",
      ),
      customer("可是它是坏的我才退的", "But I returned it because it was broken"),
      agent(
        "我看一下检查结果……确实有屏幕亮线，应该按质量问题处理。¥12 已补退给您。",
        "Let me check the inspection… it does show a line on the screen, so it should count as faulty. I've refunded the ¥12.",
      ),
      customer("行，谢谢处理", "Thanks for sorting it out"),
    ],
    note: {
      zh: "退货原因选错，检查结果为质量问题，补退运费 ¥12。",
      en: "Wrong return reason chosen; inspection says faulty. Refunded ¥12.",
    },
    ticket: {
      type: "complaint",
      subject: { zh: "质量问题退货仍被扣运费", en: "Charged for returning a faulty item" },
      description: {
        zh: "商品屏幕有亮线，退货时被扣了 ¥12。",
        en: "The screen had a bright line, yet ¥12 was deducted.",
      },
      reply: { zh: "我们正在核对检查记录。", en: "We're checking the inspection record." },
      done: {
        zh: "已补退 ¥12，并为给您带来的不便致歉。",
        en: "The ¥12 has been refunded; we apologise for the trouble.",
      },
    },
  },
  {
    group: "afterSales",
    article: "refund-times",
    open: {
      zh: ["信用卡退款要几天", "退款多久到账", "{order} 退款怎么还没到"],
      en: [
        "How long does a refund to a credit card take?",
        "When will I get my refund?",
        "Where is the refund for {order}?",
      ],
    },
    more: { words: { zh: "过了时间还没到怎么办", en: "What if the time has passed and nothing came?" } },
    person: [
      agent(
        "{order} 的退款 {amount} 三天前已发起，走的是信用卡通道，一般 5–10 个工作日。",
        "The refund of {amount} for {order} was started three days ago to a credit card, which takes 5–10 working days.",
      ),
      customer("能给我个凭证吗", "Can I have a reference for my bank?"),
      agent(
        "可以，退款流水号已发到您的短信，银行可以用它查询。",
        "Sure, I've texted you the refund reference; your bank can look it up.",
      ),
      customer("收到", "Received, thanks"),
    ],
    ticket: {
      type: "refund",
      subject: {
        zh: "{order} 退款超过 10 个工作日未到账",
        en: "Refund for {order} not received after 10 working days",
      },
      description: {
        zh: "信用卡退款一直没到，银行说没有记录。",
        en: "The refund to my credit card hasn't arrived and the bank has no record.",
      },
      reply: {
        zh: "已向支付渠道发起核查，2 个工作日内答复。",
        en: "We've asked the payment provider to check and will answer within 2 working days.",
      },
      done: {
        zh: "渠道退款失败已改为人工退回，今天到账。",
        en: "The first attempt had failed; we repeated it by hand and it arrived today.",
      },
    },
  },
  {
    group: "afterSales",
    article: "partial-refund",
    open: {
      zh: ["有一点划痕，不想退货，能补偿吗", "外观小瑕疵可以退一部分钱吗"],
      en: ["There's a small scratch, can I keep it with a discount?", "Do you offer partial refunds?"],
    },
    person: [
      agent(
        "可以的。请发一张划痕的照片，我看一下程度。",
        "Yes. Please send a photo of the scratch so I can see how visible it is.",
      ),
      customer("发在售后里了，在背面", "Added to the request; it's on the back"),
      agent(
        "看到了，比较轻，可以退 10%，也就是从 {amount} 里退十分之一，您留用。这样可以吗？",
        "I see, it's light. We can refund 10 % of {amount} and you keep it. Would that be all right?",
      ),
      customer("可以", "Yes"),
      agent("已提交，退款原路返回。", "Submitted; it goes back to your original payment method."),
    ],
    note: { zh: "外观轻微划痕，部分退款 10%。", en: "Light cosmetic scratch, 10 % partial refund." },
  },
  {
    group: "afterSales",
    article: "instalment-refunds",
    open: {
      zh: ["花呗分期的订单退款，手续费退吗", "分期买的退货后还要还款吗"],
      en: ["I paid with Huabei instalments, how is the refund handled?"],
    },
    person: [
      agent(
        "退款会立刻回到花呗额度，分期关闭，没用到的手续费一起退。",
        "The refund goes back to your Huabei credit at once, the plan is closed and unused fees are returned.",
      ),
      customer("可是这个月账单还有", "But this month's bill still shows it"),
      agent(
        "账单日之前已出账的那期会在下月冲抵，您可以在支付宝里看到“退款抵扣”。",
        "The instalment already billed is offset next month; Alipay shows it as a refund credit.",
      ),
    ],
  },
  {
    group: "sales",
    article: "coupons-and-stacking",
    open: {
      zh: ["优惠券可以叠加吗", "满 300 减 40 和优惠券能一起用吗", "双 11 的券怎么用不了"],
      en: ["Can I combine coupons?", "My coupon doesn't apply at checkout"],
    },
    more: { words: { zh: "学生价能用券吗", en: "Does it work with the student price?" } },
    person: [
      agent(
        "您购物车里用的是学生价，学生价不能再用优惠券。您可以比较一下哪个更划算。",
        "Your basket uses the student price, which can't be combined with coupons. You can compare which is cheaper.",
      ),
      customer("那满减券便宜，怎么切换", "The coupon is cheaper then, how do I switch?"),
      agent(
        "结算页把“学生优惠”取消勾选，再选优惠券就可以。",
        "Untick “Student price” at checkout, then choose the coupon.",
      ),
      customer("可以了", "That worked"),
    ],
  },
];
