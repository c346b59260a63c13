import type { BuiltinKey } from "@/lib/contracts/actions";
import type { BuiltinAction } from "./builtin-work";
import { checkStock, findBranch } from "./catalogue";
import { changeContact } from "./change-contact";
import { openRequest } from "./open-request";
import { orderStatus } from "./order-status";
import { mayReturn, startReturn } from "./start-return";
import { ticketStatus } from "./ticket-status";

/** The code of each built-in action. */
export const BUILTIN_CODE: Record<BuiltinKey, BuiltinAction> = {
  order_status: orderStatus,
  start_return: startReturn,
  ticket_status: ticketStatus,
  open_ticket: openRequest,
  change_contact: changeContact,
  check_stock: checkStock,
  find_branch: findBranch,
};

/** What can be seen to be impossible before consent is asked. */
export const BUILTIN_CHECKS: Partial<Record<BuiltinKey, BuiltinAction>> = { start_return: mayReturn };
