import { type ListTicketsInput, listTicketsSchema } from "@/lib/contracts/tickets";

/** The list's filters as the URL names them; what it does not understand counts as absent. */
export function ticketFilters(query: Record<string, string | string[] | undefined>): ListTicketsInput {
  const { view, status, type, search } = listTicketsSchema.shape;
  const known = { view: view.unwrap(), status, type, search };
  const parsed = Object.entries(known).flatMap(([name, schema]) => {
    const result = schema.safeParse(query[name] || undefined);
    return result.success && result.data !== undefined ? [[name, result.data]] : [];
  });
  return listTicketsSchema.parse(Object.fromEntries(parsed));
}
