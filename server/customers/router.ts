import { z } from "zod";
import { customerPageSchema, listCustomersSchema, updateCustomerSchema } from "@/lib/contracts/customers";
import { permittedProcedure, router } from "@/server/trpc";
import { getCustomer } from "./get-customer";
import { listCustomerConversations, listCustomerTickets } from "./list-customer-history";
import { listCustomers } from "./list-customers";
import { listOrders } from "./list-orders";
import { updateCustomer } from "./update-customer";

const read = permittedProcedure("customers:read");

export const customersRouter = router({
  list: read.input(listCustomersSchema).query(({ ctx, input }) => listCustomers({ ctx, input })),
  get: read.input(z.object({ customerId: z.string().max(64) })).query(({ ctx, input }) => getCustomer({ ctx, input })),
  orders: read.input(customerPageSchema).query(({ ctx, input }) => listOrders({ ctx, input })),
  conversations: read.input(customerPageSchema).query(({ ctx, input }) => listCustomerConversations({ ctx, input })),
  tickets: permittedProcedure("tickets:read")
    .input(customerPageSchema)
    .query(({ ctx, input }) => listCustomerTickets({ ctx, input })),
  update: permittedProcedure("customers:write")
    .input(updateCustomerSchema)
    .mutation(({ ctx, input }) => updateCustomer({ ctx, input })),
});
