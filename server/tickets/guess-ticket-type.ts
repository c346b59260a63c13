import type { TicketType } from "@/lib/contracts/tickets";

/** Tried in this order: what is more serious or more specific comes first. */
const SIGNS: [TicketType, RegExp][] = [
  ["complaint", /投诉|举报|态度|消费者协会|12315|complain|unacceptable|rude\b/i],
  ["refund", /退款|退钱|退费|refund|money back/i],
  ["return", /退货|换货|退换|\breturn|\bexchange/i],
  [
    "repair",
    /维修|保修|质保|返修|坏了|故障|损坏|没反应|无法开机|充不进|repair|warranty|broken|faulty|defect|does ?n['o]t (work|turn on|charge)/i,
  ],
  ["delivery", /快递|物流|配送|发货|签收|包裹|收货|deliver|shipp|parcel|courier|tracking/i],
  ["order", /订单|下单|付款|支付|改地址|发票|\border|payment|\bpaid\b|invoice/i],
];

/** The type a case most likely has, by the words in it; `question` when none of them says. Agents correct it. */
export function guessTicketType(text: string): TicketType {
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? "question";
}
