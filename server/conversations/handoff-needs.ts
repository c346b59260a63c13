import type { HandoffNeed } from "@/db/schema";

/** Words of an order and of a product that fails, in either language. */
const ABOUT_ORDER =
  /订单|包裹|快递|物流|发货|签收|退货|换货|退款|发票|\b(orders?|parcels?|packages?|deliver(y|ed)|shipments?|shipped|refunds?|returns?|exchange|courier|tracking|invoices?)\b/iu;
const ABOUT_FAULT =
  /故障|坏了|维修|保修|开不了机|充不进电|连不上|用不了|没反应|\b(broken|faulty|defective|repairs?|warranty|(does|will|can)(n.t| not) (work|turn|charge|connect|start|pair)|won.t (work|turn|charge|connect|start|pair)|stopped working)\b/iu;

type Told = {
  /** What the customer asked, without mere wishes for a person. */
  questions: readonly string[];
  /** Kinds of what is known for certain: of facts told, and `order` of a record. */
  kinds: ReadonlySet<string>;
  /** Whether the customer can be reached after leaving. */
  reachable: boolean;
};

/**
 * What a person needs to help with these questions, in the order it is asked for, and what of it is missing: the question
 * itself and a way to answer later always; an order's number or the product where the
 * questions are about one or it was told.
 */
export function handoffNeeds({ questions, kinds, reachable }: Told): {
  needed: HandoffNeed[];
  missing: HandoffNeed[];
} {
  const about = (pattern: RegExp) => questions.some((question) => pattern.test(question));
  const told = (...any: string[]) => any.some((kind) => kinds.has(kind));
  const withOrder = told("order", "order_number");
  const needs: { need: HandoffNeed; applies: boolean; known: boolean }[] = [
    { need: "question", applies: true, known: questions.length > 0 },
    { need: "contact", applies: true, known: reachable || told("email", "phone") },
    { need: "order", applies: about(ABOUT_ORDER) || withOrder, known: withOrder },
    { need: "product", applies: about(ABOUT_FAULT) || told("product"), known: withOrder || told("product") },
  ];
  const applying = needs.filter(({ applies }) => applies);
  return {
    needed: applying.map(({ need }) => need),
    missing: applying.filter(({ known }) => !known).map(({ need }) => need),
  };
}
