import { feelingOf } from "../feelings/feeling-of";

/** Anger from which somebody is not to be offered anything, in [0, 1]. */
const ANGRY = 0.4;

/** What is not the moment for recommendations: complaints, refunds and returns, things broken or lost. */
const SORE =
  /退款|退货|退钱|退回|退掉|换货|投诉|差评|赔偿|赔付|维权|坏了|损坏|破损|故障|丢了|丢失|没收到|少发|少了|骗|假货|\brefund|\bmoney back|\breturn(?:s|ed|ing)?\b|\bexchange|\bcomplain|\bcompensat|\bbroken|\bdamaged|\bdefect|\bfaulty|\blost\b|\bmissing|\bscam/i;

const BUYING =
  /想买|要买|购买|下单|推荐|配件|搭配|有货|现货|库存|多少钱|价格|优惠|\bbuy|\bpurchas|\border one|\baccessor|\bin stock|\brecommend|\bprice|\bhow much|\bgo(?:es)? with/i;

/**
 * Whether somebody may be recommended anything after what they have said: never in a complaint, about a refund, return or
 * loss, nor once they were angry. Pure.
 * @param said everything of theirs that is still read, in any order.
 */
export function mayRecommend(said: readonly string[]): boolean {
  return said.every((text) => !SORE.test(text) && feelingOf(text).anger < ANGRY);
}

/** Whether a message asks about buying something. Pure. */
export const asksToBuy = (text: string): boolean => BUYING.test(text);
