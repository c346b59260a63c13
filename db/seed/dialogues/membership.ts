import { agent, customer, type Dialogue } from "./dialogue";

export const membershipDialogues: readonly Dialogue[] = [
  {
    group: "sales",
    article: "member-tiers",
    open: {
      zh: ["怎么升级金卡", "消费多少能到铂金", "为什么我的等级掉了"],
      en: ["How do I become a Gold member?", "Why did my membership level go down?"],
    },
    more: { words: { zh: "运费算不算消费额", en: "Does the delivery fee count?" } },
    person: [
      agent(
        "您最近 12 个月计入的消费是 ¥2,998，还差 ¥2 到金卡。最近一单完成后第二天会重新计算。",
        "Your counted spending over 12 months is ¥2,998, ¥2 short of Gold. It's recalculated the day after your latest order completes.",
      ),
      customer("那单什么时候算完成", "When does it count as completed?"),
      agent("签收满 7 天，也就是后天。", "7 days after delivery, so the day after tomorrow."),
    ],
  },
  {
    group: "sales",
    article: "plus-benefits",
    open: {
      zh: ["加急券怎么用", "Plus 会员有什么用", "开了 Plus 退货是几天"],
      en: ["How do I use the express vouchers?", "What does Luyu Plus include?"],
    },
    more: { words: { zh: "Plus 多少钱一年", en: "How much is it per year?" }, article: "plus-price" },
    person: [
      agent(
        "您的 Plus 昨天刚续上，这个月的 2 张加急券已在“优惠券”里。",
        "Your Plus renewed yesterday; this month's 2 express vouchers are under Coupons.",
      ),
      customer("看到了，谢谢", "I see them, thanks"),
    ],
  },
  {
    group: "sales",
    article: "cancel-plus",
    open: {
      zh: ["怎么取消 Plus 自动续费", "年卡 Plus 能退多少", "Plus 扣了我 15 块，不想要了"],
      en: ["How do I cancel Luyu Plus?", "Can I get money back for the yearly plan?"],
    },
    more: { words: { zh: "退款多久到", en: "When do I get the money?" } },
    person: [
      agent(
        "您是年卡，用了 5 个月，剩 7 个整月，可以退 ¥86.33。需要现在取消吗？",
        "You have the yearly plan and are in month 5: 7 full months are left, which is ¥86.33. Shall I cancel it?",
      ),
      customer("取消", "Yes, cancel"),
      agent(
        "已取消，权益到本月最后一天，¥86.33 原路退回。",
        "Cancelled. Benefits last until the end of this month; ¥86.33 goes back the way you paid.",
      ),
      customer("好", "Thanks"),
    ],
    note: {
      zh: "年卡第 5 个月取消，退 7 个整月 ¥86.33。",
      en: "Yearly plan cancelled in month 5: ¥86.33 for 7 full months.",
    },
    ticket: {
      type: "refund",
      subject: { zh: "Plus 年卡取消退款未到账", en: "Luyu Plus refund not received" },
      description: {
        zh: "上周取消年卡，显示退 ¥86.33，还没有收到。",
        en: "I cancelled the yearly plan last week; ¥86.33 was promised and hasn't come.",
      },
      reply: {
        zh: "已查到退款在处理中，借记卡 3–5 个工作日。",
        en: "The refund is being processed; debit cards take 3–5 working days.",
      },
      done: { zh: "退款已到账，感谢等待。", en: "The refund has arrived. Thank you for waiting." },
    },
  },
  {
    group: "sales",
    article: "points-and-birthday",
    open: {
      zh: ["积分怎么用", "积分会过期吗", "生日有什么优惠"],
      en: ["How do points work?", "Do my points expire?"],
    },
    person: [
      agent(
        "您现在有 3,260 分，可抵 ¥32.6，有 400 分年底到期。",
        "You have 3,260 points, worth ¥32.60; 400 of them expire at the end of the year.",
      ),
      customer("生日月双倍是自动的吗", "Is the birthday double automatic?"),
      agent("自动的，按您资料里的生日当月计算。", "Yes, for the month of the birthday in your profile."),
    ],
  },
  {
    group: "sales",
    article: "plus-price",
    open: {
      zh: ["Plus 首月一块钱是真的吗", "Plus 月卡和年卡哪个划算"],
      en: ["Is the first month of Plus really ¥1?", "What does Luyu Plus cost?"],
    },
    person: [
      agent(
        "是的，第一次开通首月 ¥1，之后每月 ¥15，年卡 ¥148。",
        "Yes, ¥1 for your first month, then ¥15 a month, or ¥148 a year.",
      ),
      customer("我之前开过还能 1 块吗", "I had it before, do I still get ¥1?"),
      agent(
        "首月优惠每个账号一次，您之前用过了，抱歉。",
        "The first-month price is once per account and you've used it, sorry.",
      ),
    ],
  },
];
