import { accountDialogues } from "./account";
import { deliveryDialogues } from "./delivery";
import type { Dialogue } from "./dialogue";
import { invoiceDialogues } from "./invoices";
import { membershipDialogues } from "./membership";
import { orderDialogues } from "./orders";
import { returnDialogues } from "./returns";
import { setupDialogues } from "./setup";
import { unansweredDialogues } from "./unanswered";
import { warrantyDialogues } from "./warranty";

/** Every subject with how often customers bring it up. */
export const ALL_DIALOGUES: readonly (readonly [Dialogue, number])[] = [
  ...orderDialogues.map((dialogue) => [dialogue, 3] as const),
  ...deliveryDialogues.map((dialogue) => [dialogue, 3] as const),
  ...returnDialogues.map((dialogue) => [dialogue, 3] as const),
  ...warrantyDialogues.map((dialogue) => [dialogue, 2] as const),
  ...setupDialogues.map((dialogue) => [dialogue, 2] as const),
  ...invoiceDialogues.map((dialogue) => [dialogue, 1.5] as const),
  ...membershipDialogues.map((dialogue) => [dialogue, 1.5] as const),
  ...accountDialogues.map((dialogue) => [dialogue, 1] as const),
  ...unansweredDialogues.map((dialogue) => [dialogue, 1.5] as const),
];
