import { agent, customer, type Dialogue } from "./dialogue";

export const warrantyDialogues: readonly Dialogue[] = [
  {
    group: "afterSales",
    article: "warranty-periods",
    open: {
      zh: ["{product}保修多久", "电池保修几年", "怎么查还在不在保"],
      en: ["How long is the warranty?", "Is my {product} still under warranty?"],
    },
    more: { words: { zh: "可以买延保吗", en: "Can I extend it?" }, article: "luyu-care" },
    person: [
      agent(
        "查到您的{product}保修到明年 8 月，电池 12 个月。",
        "Your {product} is covered until next August; its battery for 12 months.",
      ),
      customer("现在掉电很快", "It loses charge very quickly"),
      agent(
        "容量低于 80% 可以免费换电池，我帮您建维修单，快递员上门取。",
        "If capacity is below 80 % the battery is replaced free. I'm opening a repair; the courier will collect it.",
      ),
      customer("好的谢谢", "Thanks"),
    ],
    ticket: {
      type: "repair",
      subject: { zh: "{product}电池续航下降", en: "{product}: battery drains fast" },
      description: {
        zh: "满电只能用两小时，购买 9 个月。",
        en: "It lasts two hours on a full charge, bought 9 months ago.",
      },
      reply: { zh: "维修中心已收到，正在检测电池容量。", en: "The repair centre has it and is measuring the battery." },
      done: {
        zh: "容量 72%，已免费更换电池并寄回。",
        en: "Capacity was 72 %; the battery was replaced free and it's on its way back.",
      },
    },
  },
  {
    group: "afterSales",
    article: "send-in-for-repair",
    open: {
      zh: ["Robot R1 不回充了，想修", "怎么寄修", "维修要多久"],
      en: ["My Robot R1 won't go back to its dock", "How do I send it in for repair?"],
    },
    more: { words: { zh: "寄出前要做什么", en: "What should I do before sending it?" } },
    person: [
      agent(
        "先确认一下：基站两侧有没有各留半米？传感器擦过吗？",
        "First: is there half a metre free on both sides of the dock, and have you wiped the sensors?",
      ),
      customer("都试过了还是转圈", "Tried both, it keeps turning in circles"),
      agent(
        "那需要送修，保修期内全免费。顺丰明天上门，请连基站一起寄。",
        "Then it needs repair, free under warranty. SF Express comes tomorrow; please include the dock.",
      ),
      customer("大概多久", "How long roughly?"),
      agent(
        "来回约两周，超过 20 个工作日没修好直接换新。",
        "About two weeks in all; after 20 working days we replace it.",
      ),
    ],
    note: {
      zh: "R1 回充失败，已排除基站位置问题，走寄修。",
      en: "R1 fails to dock; placement ruled out, repair opened.",
    },
    ticket: {
      type: "repair",
      subject: { zh: "Robot R1 无法回充", en: "Robot R1 fails to dock" },
      description: {
        zh: "清扫结束后在基站前转圈，重建地图无效。",
        en: "It circles in front of the dock after cleaning; a new map did not help.",
      },
      reply: { zh: "检测中，初步判断回充传感器故障。", en: "Under inspection; probably the docking sensor." },
      done: {
        zh: "已更换传感器，测试 20 次回充正常，今天寄回。",
        en: "Sensor replaced, 20 test runs fine, shipped back today.",
      },
    },
  },
  {
    group: "afterSales",
    article: "repair-costs",
    open: {
      zh: ["Watch S 屏幕碎了修要多少钱", "过保了修一下多少钱", "丢了一只耳机可以单配吗"],
      en: ["How much is a new screen for the Watch S?", "I lost one earbud, can I buy a single one?"],
    },
    more: { words: { zh: "报价后不修了呢", en: "What if I decide against it?" } },
    person: [
      agent(
        "换屏 ¥299，检测费 ¥30 会抵扣，来回运费 ¥24。",
        "A screen is ¥299; the ¥30 diagnosis is deducted from it. Delivery both ways is ¥24.",
      ),
      customer("可以，怎么付", "OK, how do I pay?"),
      agent(
        "先寄来检测，报价发到维修单，您同意后再付。",
        "Send it in first; the quote appears in the repair and you pay once you agree.",
      ),
    ],
    ticket: {
      type: "repair",
      subject: { zh: "Watch S 换屏报价", en: "Watch S screen repair quote" },
      description: {
        zh: "屏幕摔碎，客户接受保外维修。",
        en: "Screen broken by a fall; customer accepts a paid repair.",
      },
      reply: { zh: "报价 ¥299 已发到维修单，7 天有效。", en: "The quote of ¥299 is in your repair, valid for 7 days." },
      done: { zh: "已付款并修好寄回。", en: "Paid, repaired and shipped back." },
    },
  },
  {
    group: "afterSales",
    article: "dead-on-arrival",
    open: {
      zh: ["新买的{product}开不了机", "刚到就坏了怎么办", "用了三天就黑屏"],
      en: ["My new {product} won't turn on", "It stopped working after three days"],
    },
    more: { words: { zh: "可以直接退吗", en: "Can I return it instead?" } },
    person: [
      agent(
        "先试一下充电 30 分钟，再长按电源键 15 秒，有反应吗？",
        "Please charge it for 30 minutes, then hold the power button for 15 seconds. Any reaction?",
      ),
      customer("还是没有", "Nothing"),
      agent(
        "那给您换新，签收 15 天内来回运费我们出。金卡可以先发后收。",
        "Then we exchange it at our cost, since it's within 15 days. Gold members get the new one first.",
      ),
      customer("我是金卡，先发吧", "I'm Gold, please send it first"),
      agent(
        "已安排，新机今天发出，收到后 7 天内交回旧机就行。",
        "Arranged: it ships today. Please hand back the old one within 7 days of receiving it.",
      ),
    ],
    note: { zh: "DOA 换新，先发后收。", en: "DOA exchange, replacement first." },
    ticket: {
      type: "return",
      subject: { zh: "{product}到货即坏，先发后收换新", en: "{product} dead on arrival, advance replacement" },
      description: {
        zh: "充电和强制重启都无效，签收第 3 天。",
        en: "Charging and a forced restart don't help; day 3 after delivery.",
      },
      reply: { zh: "新机已发出，单号 {tracking}。", en: "The replacement has shipped: {tracking}." },
      done: {
        zh: "旧机已收到，检测确认故障，流程结束。",
        en: "The old unit arrived and the fault is confirmed. Closed.",
      },
    },
  },
  {
    group: "afterSales",
    article: "water-damage",
    open: {
      zh: ["Watch S 游泳后不亮了", "耳机进水了怎么办", "平板洒了咖啡保修吗"],
      en: ["My Watch S died after swimming, is that covered?", "My earbuds got wet"],
    },
    more: { words: { zh: "Watch S 可以戴着洗澡吗", en: "Can I shower with the Watch S?" } },
    person: [
      agent(
        "Watch S 是 5 ATM，浅水游泳在范围内，可以寄来做气密测试，密封有缺陷就免费修。",
        "The Watch S is rated 5 ATM, so shallow swimming is fine. Send it in for a seal test; a defective seal is repaired free.",
      ),
      customer("测试要钱吗", "Does the test cost anything?"),
      agent("保修期内不收费，我给您建好维修单了。", "Not under warranty. I've opened the repair for you."),
    ],
    ticket: {
      type: "repair",
      subject: { zh: "Watch S 游泳后黑屏", en: "Watch S black screen after swimming" },
      description: {
        zh: "泳池游泳 40 分钟后黑屏，没有摔过。",
        en: "Screen went black after 40 minutes in a pool; never dropped.",
      },
      reply: { zh: "正在做气密测试。", en: "Seal test in progress." },
      done: { zh: "密封圈缺陷，免费更换并寄回。", en: "The seal was defective; repaired free and returned." },
    },
  },
  {
    group: "sales",
    article: "luyu-care",
    open: {
      zh: ["买了三周还能加 Care 吗", "延保多少钱"],
      en: [
        "Can I still add Luyu Care after three weeks?",
        "What is Luyu Care?",
        "How much is the extended warranty for the Pad 11?",
      ],
    },
    person: [
      agent(
        "您的{product}签收 21 天，还可以买 Care，30 天后就不行了。",
        "Your {product} was delivered 21 days ago, so you can still add Care; after 30 days you can't.",
      ),
      customer("摔坏保吗", "Does it cover drops?"),
      agent(
        "不包摔坏和进液，范围和原保修一样，多 12 个月。",
        "No, drops and liquids aren't covered. It's the same warranty, 12 months longer.",
      ),
    ],
  },
  {
    group: "afterSales",
    article: "find-serial-number",
    open: {
      zh: ["开不了机怎么找序列号", "序列号在哪看"],
      en: ["Where is the serial number if it won't turn on?", "Where is the serial number?"],
    },
    more: { words: { zh: "怎么查是不是正品", en: "How do I check it's genuine?" } },
    person: [
      agent(
        "设备开不了机时，可以在订单详情里点“序列号”，发货时记录过。",
        "If it won't turn on, open the order and select “Serial number”; we record it when shipping.",
      ),
      customer("找到了", "Found it"),
    ],
  },
];
