import { agent, customer, type Dialogue } from "./dialogue";

export const invoiceDialogues: readonly Dialogue[] = [
  {
    group: "orders",
    article: "get-an-e-invoice",
    open: {
      zh: ["{order} 忘记开票了可以补吗", "怎么开发票", "电子发票在哪下载"],
      en: ["I forgot to ask for an invoice on {order}", "How do I get an invoice?"],
    },
    more: { words: { zh: "可以要纸质的吗", en: "Do you send paper invoices?" } },
    person: [
      agent(
        "{order} 在 365 天内，可以补开。请告诉我抬头和税号。",
        "{order} is within 365 days, so yes. What name and tax number should it carry?",
      ),
      customer("深圳市云栖科技有限公司，税号稍后发", "Yunqi Technology, tax number to follow"),
      agent(
        "好的，您在订单页提交也可以，24 小时内开出，发到您填的邮箱。",
        "Fine; you can also enter it on the order page. It's issued within 24 hours and mailed to you.",
      ),
    ],
    ticket: {
      type: "order",
      subject: { zh: "补开 {order} 的电子发票", en: "Invoice for {order}" },
      description: {
        zh: "下单时没有申请发票，公司报销需要。",
        en: "No invoice was requested when ordering; it's needed for expenses.",
      },
      reply: {
        zh: "已提交开票，24 小时内发到您的邮箱。",
        en: "Requested; it will be in your mailbox within 24 hours.",
      },
      done: { zh: "发票已开出并发送。", en: "The invoice has been issued and sent." },
    },
  },
  {
    group: "orders",
    article: "special-vat-invoice",
    open: {
      zh: ["可以开专票吗", "专用发票要什么资料", "专票多久能开好"],
      en: ["Can you issue a special VAT invoice for our company?"],
    },
    more: {
      words: { zh: "普票已经开了还能换专票吗", en: "We already have an ordinary invoice, can it be changed?" },
    },
    person: [
      agent(
        "可以，需要公司全称、税号、开户行及账号、注册地址和电话。营业执照审核 1 个工作日。",
        "Yes. We need the company name, tax number, bank and account, registered address and phone. The licence check takes 1 working day.",
      ),
      customer("资料已经上传", "Everything is uploaded"),
      agent("审核通过，订单签收后 5 个工作日内开出。", "Approved. It's issued within 5 working days after delivery."),
    ],
  },
  {
    group: "orders",
    article: "reissue-invoice",
    open: {
      zh: ["发票抬头写错了", "个人发票能换成公司的吗", "发票可以换开几次"],
      en: ["The name on my invoice is wrong", "Can the invoice be reissued to my company?"],
    },
    more: { words: { zh: "金额能改吗", en: "Can you change the amount?" } },
    person: [
      agent(
        "{order} 的发票 12 天前开的，还可以换开一次。旧票我们冲红。",
        "The invoice for {order} was issued 12 days ago, so it can be reissued once. We cancel the old one.",
      ),
      customer("抬头改成杭州拾光文化有限公司", "Please change it to Shiguang Culture, Hangzhou"),
      agent(
        "已提交，24 小时内发到您的邮箱，请使用新的。",
        "Submitted. The new one reaches you within 24 hours; please use only that one.",
      ),
      customer("好的", "OK"),
    ],
    note: { zh: "换开机会已用，再错无法更改，已告知。", en: "The one reissue is used; customer knows." },
  },
  {
    group: "orders",
    article: "invoice-not-received",
    open: {
      zh: ["没收到发票邮件", "签收两天了发票还没开", "发票邮箱填错了"],
      en: ["I haven't received my invoice", "The invoice went to the wrong e-mail"],
    },
    person: [
      agent(
        "发票已开出，邮箱里可能被拦截了，我重新发送一次。",
        "It was issued, your mailbox may have blocked it. I'm sending it again.",
      ),
      customer("还是没有，换个邮箱可以吗", "Still nothing, can you use another address?"),
      agent(
        "可以，请在发票页点“重新发送”填新邮箱，旧链接会失效。",
        "Yes: choose “Send again” on the invoice page and enter the new one; the old link stops working.",
      ),
      customer("收到了", "It arrived"),
    ],
  },
];
