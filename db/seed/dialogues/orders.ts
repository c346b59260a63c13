import { agent, customer, type Dialogue } from "./dialogue";

export const orderDialogues: readonly Dialogue[] = [
  {
    group: "orders",
    article: "cancel-order",
    open: {
      zh: ["订单 {order} 不想要了，怎么取消", "刚下的单拍错颜色了，能取消吗", "我想把{product}那单退掉，还没发货"],
      en: ["How do I cancel order {order}?", "I ordered the wrong colour, can I still cancel?"],
    },
    more: { words: { zh: "已经显示已打包了呢？", en: "And if it already says packed?" } },
    person: [
      agent(
        "我查到 {order} 目前是“已付款”，还没有打包，可以取消。需要我现在帮您提交吗？",
        "I can see that {order} is paid and not packed yet, so it can be cancelled. Shall I do it now?",
      ),
      customer("取消吧，我重新拍一个", "Yes please, I'll place it again"),
      agent(
        "已取消，{amount} 会原路退回，支付宝和微信余额一般 1–3 个工作日到账。",
        "Cancelled. {amount} goes back to your original payment method, usually within 1–3 working days for Alipay or WeChat balance.",
      ),
      customer("好的谢谢", "Great, thank you"),
    ],
    note: {
      zh: "客户改买另一个颜色，已提醒优惠券会退回账户。",
      en: "Customer reorders in another colour; told them the coupon returns to the account.",
    },
    ticket: {
      type: "order",
      subject: { zh: "订单 {order} 取消后没有看到退款记录", en: "No refund visible after cancelling {order}" },
      description: {
        zh: "昨天取消了 {order}，订单显示已取消，但支付宝账单里没有退款。",
        en: "I cancelled {order} yesterday. It shows as cancelled but there is no refund in my bank app.",
      },
      reply: {
        zh: "退款 {amount} 已于昨天发起，渠道处理中，请再等 1–3 个工作日。",
        en: "The refund of {amount} was started yesterday and is with the payment provider; please allow 1–3 working days.",
      },
      done: {
        zh: "渠道已确认到账，本单关闭。如有疑问直接回复即可。",
        en: "The provider confirms the refund has arrived. Just reply if anything is missing.",
      },
    },
  },
  {
    group: "orders",
    article: "change-delivery-address",
    open: {
      zh: ["地址写错了，订单 {order} 能改吗", "我搬家了，收货地址怎么改", "收件人电话填错了可以改吗"],
      en: ["I need to change the address on {order}", "Can I change where my order is delivered?"],
    },
    more: { words: { zh: "我要从上海改到苏州可以吗", en: "Can I move it to another province?" } },
    person: [
      agent(
        "{order} 还没打包，可以改一次，但新地址要在同一个省。您把新地址发我核对一下？",
        "{order} isn't packed yet, so the address can be changed once, within the same province. Could you send me the new one?",
      ),
      customer(
        "浦东新区张江路 88 号 3 栋 1201，电话不变",
        "Zhangjiang Road 88, building 3, flat 1201, Pudong. Same phone.",
      ),
      agent(
        "已经改好，订单页会显示“已更新”。之后就不能再改了，请留意。",
        "Done; your order page now says “Updated”. It can't be changed a second time.",
      ),
    ],
    note: { zh: "同省修改，已核对收件人手机号后四位。", en: "Same province; last four digits of the phone checked." },
  },
  {
    group: "orders",
    article: "order-status-and-tracking",
    open: {
      zh: ["我的订单 {order} 到哪了", "怎么查物流", "{product}什么时候能到", "快递单号在哪看"],
      en: ["Where is my order {order}?", "How do I track my parcel?", "When will my {product} arrive?"],
    },
    more: { words: { zh: "只收到一个包裹，另一件呢", en: "Only one of my two items arrived" } },
    person: [
      agent(
        "{order} 由顺丰承运，单号 {tracking}，今天早上已到您所在城市的转运中心。",
        "{order} is with SF Express, tracking number {tracking}. It reached your city's hub this morning.",
      ),
      customer("今天能送到吗？我下午不在家", "Will it come today? I'm out this afternoon"),
      agent(
        "预计明天上午派送。您可以在短信里改约时间，或者让快递员放到驿站。",
        "It should be delivered tomorrow morning. You can pick another time in the courier's text message or have it left at a collection point.",
      ),
      customer("明天上午可以", "Tomorrow morning works"),
    ],
    ticket: {
      type: "delivery",
      subject: { zh: "{order} 物流信息与实际不符", en: "Tracking of {order} does not match" },
      description: {
        zh: "物流显示在另一个城市，和收货地址不一致，请核实。",
        en: "Tracking shows a different city from my address. Please check.",
      },
      reply: {
        zh: "已联系承运商核查 {tracking}，24 小时内答复您。",
        en: "We have asked the carrier about {tracking} and will answer within 24 hours.",
      },
      done: {
        zh: "包裹分拣错误，已转回正确线路并于今天签收。",
        en: "The parcel was mis-sorted, sent back on the right route and delivered today.",
      },
    },
  },
  {
    group: "sales",
    article: "payment-methods",
    open: {
      zh: ["可以花呗分期吗", "{product}分期有手续费吗", "支持货到付款吗"],
      en: ["Which payment methods do you take?", "Can I pay with a foreign Visa card?"],
    },
    more: { words: { zh: "一直付款失败怎么办", en: "My payment keeps failing" } },
    person: [
      agent(
        "我看到您有一笔待付款订单，付款失败原因是单日限额。换一种方式就可以，30 分钟内有效。",
        "I can see an unpaid order; the bank declined it because of a daily limit. Another method works within 30 minutes.",
      ),
      customer("换成微信支付成功了", "WeChat Pay worked"),
      agent(
        "好的，已收到付款，今天 16:00 前的订单当天发货。",
        "Payment received. Orders paid before 16:00 ship the same day.",
      ),
    ],
  },
  {
    group: "sales",
    article: "pre-order-deposit",
    open: {
      zh: ["预售的定金能退吗", "Pad 11 付了 100 定金，不想要了", "尾款什么时候付"],
      en: ["Is the pre-order deposit refundable?", "I paid the ¥100 deposit for the Pad 11, can I get it back?"],
    },
    more: { words: { zh: "尾款可以分期吗", en: "Can I pay the balance in instalments?" } },
    person: [
      agent(
        "您的定金是前天付的，还在 72 小时内，可以全额退。",
        "You paid the deposit the day before yesterday, so you're within 72 hours and it can be refunded in full.",
      ),
      customer("那帮我退一下", "Please refund it then"),
      agent(
        "已退，¥100 原路返回。以后想买可以直接下单现货。",
        "Refunded: ¥100 to the original payment method. You can always order from stock later.",
      ),
      customer("好", "Thanks"),
    ],
    note: { zh: "在 72 小时内，按规定全额退定金。", en: "Within 72 hours: full deposit refunded as per policy." },
  },
];
