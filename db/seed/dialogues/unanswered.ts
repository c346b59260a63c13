import { agent, customer, type Dialogue } from "./dialogue";

/** Subjects the knowledge base says nothing about: the assistant admits it and offers a person. */
export const unansweredDialogues: readonly Dialogue[] = [
  {
    group: "sales",
    article: null,
    open: {
      zh: ["公司采购 200 副耳机有折扣吗", "公司批量采购耳机有没有折扣", "企业采购耳机，公司价格有折扣吗"],
      en: [
        "We'd like 200 headphones for our staff, is there a discount?",
        "Is there a discount on headphones for staff gifts?",
        "Discount for buying headphones for all our staff",
      ],
    },
    person: [
      agent(
        "您好，企业采购满 50 件有专属报价，我把您转给商务同事，方便留个邮箱吗？",
        "For 50 pieces or more there's a company quote. May I pass you on to our business team? What's your e-mail?",
      ),
      customer("procurement@example.com", "procurement@example.com"),
      agent("已转交，商务会在 1 个工作日内发报价。", "Passed on; they'll send a quote within 1 working day."),
    ],
    note: { zh: "企业采购线索，200 件，已转商务。", en: "Company lead, 200 pieces, passed to business." },
    ticket: {
      type: "question",
      subject: { zh: "企业采购报价：耳机 200 副", en: "Company quote: 200 headphones" },
      description: { zh: "客户需要 200 副 Over 1，月底前交货。", en: "200 Over 1 needed before the end of the month." },
      reply: { zh: "报价单已发送，含税含运费。", en: "The quote including tax and delivery has been sent." },
      done: { zh: "客户确认报价，商务跟进合同。", en: "Quote accepted; the contract is with our business team." },
    },
  },
  {
    group: "sales",
    article: null,
    open: {
      zh: ["Watch S 会出红色表带吗", "Watch S 有红色表带吗", "表带什么时候出红色"],
      en: [
        "Will there be a red Watch S strap?",
        "When is a red strap for the Watch S coming?",
        "Any red straps planned?",
      ],
    },
    person: [
      agent(
        "新配色的计划我这边暂时没有确切消息，有了会在商城公告。您可以在商品页点“到货提醒”。",
        "I have no confirmed date for new colours; they're announced in the shop. You can set a reminder on the product page.",
      ),
      customer("好吧", "All right"),
    ],
  },
  {
    group: "afterSales",
    article: null,
    open: {
      zh: ["可以在耳机盒上刻字吗", "耳机盒能刻字送人吗", "刻字服务有吗，刻在耳机盒上"],
      en: ["Can you engrave the case?", "Do you engrave a name on the case?", "Engraving on the earbuds case"],
    },
    person: [
      agent(
        "目前没有刻字服务。礼品卡片可以，下单时在备注里写内容，免费。",
        "We don't engrave. A gift card is possible: write the text in the order notes, free of charge.",
      ),
      customer("太好了，备注写了", "Lovely, I've added it"),
      agent("看到了，会随包裹放入。", "I can see it; it goes into the parcel."),
    ],
  },
  {
    group: "orders",
    article: null,
    open: {
      zh: ["快递员态度太差了我要投诉", "投诉快递员，态度恶劣", "快递员态度差怎么投诉"],
      en: [
        "I want to complain about the courier",
        "Where do I complain about a courier?",
        "The courier was rude, I want to complain",
      ],
    },
    person: [
      agent(
        "非常抱歉给您带来不好的体验。请告诉我当时的情况，我来登记投诉。",
        "I'm very sorry. Please tell me what happened and I'll file a complaint.",
      ),
      customer("放门口没打电话，还说我事多", "He left it outside without calling and was rude"),
      agent(
        "已登记，24 小时内有专人联系您，3 个工作日内给出处理意见。",
        "Filed. Someone will contact you within 24 hours, with a decision within 3 working days.",
      ),
      customer("希望你们认真处理", "Please take it seriously"),
    ],
    note: {
      zh: "投诉快递服务态度，单号 {tracking}，已转物流主管。",
      en: "Complaint about courier conduct, {tracking}, passed to the logistics lead.",
    },
    ticket: {
      type: "complaint",
      subject: { zh: "投诉：派送服务态度", en: "Complaint: courier conduct" },
      description: { zh: "未电话联系直接放门口，态度恶劣。", en: "Left outside without a call, rude behaviour." },
      reply: {
        zh: "已联系站点调取录音，主管会回电给您。",
        en: "We've asked the depot for the recording; a supervisor will call you.",
      },
      done: {
        zh: "站点已致歉并整改，赠送 3,000 积分。",
        en: "The depot has apologised; 3,000 points have been added.",
      },
    },
  },
  {
    group: "sales",
    article: null,
    open: {
      zh: ["Hub 能接米家的灯吗", "米家的灯能连到 Hub 上吗", "别的牌子的灯能接吗，比如米家"],
      en: ["Does the Hub work with HomeKit?", "HomeKit on the Hub", "Can I add the Hub to HomeKit?"],
    },
    person: [
      agent(
        "Hub 目前支持自家设备和 Matter 协议的灯，您的灯包装上有 Matter 标志吗？",
        "The Hub works with our own devices and with Matter lights. Does yours carry the Matter logo?",
      ),
      customer("有的", "It does"),
      agent(
        "那可以，在鹿屿 App 点“＋ → Matter 设备”扫码添加。",
        "Then yes: in the Luyu app choose “+ → Matter device” and scan the code.",
      ),
    ],
  },
  {
    group: "afterSales",
    article: null,
    open: {
      zh: ["降噪开了头晕正常吗", "开降噪就头晕怎么办", "Buds 2 Pro 降噪让我头晕"],
      en: ["The noise cancelling makes me dizzy, is that normal?", "Dizzy when noise cancelling is on"],
    },
    person: [
      agent(
        "少数人对强降噪敏感，可以先在 App 里改成“轻度”，还不适应 7 天内可以联系我们检测。",
        "Some people are sensitive to strong cancelling. Try “Light” in the app; if it doesn't help we can check them.",
      ),
      customer("轻度好多了", "Light is much better"),
    ],
  },
];
