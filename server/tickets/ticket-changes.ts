import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staff, teams } from "@/db/schema";
import type { TicketChange, TicketField } from "@/lib/contracts/tickets";
import { notFound } from "@/server/errors";
import type { TicketRow } from "./load-ticket";

/** Columns a change may set. */
export type TicketPatch = Partial<
  Pick<TicketRow, "status" | "priority" | "type" | "assigneeId" | "teamId" | "resolvedAt" | "closedAt">
>;

/** The column behind each field that has a history. */
export const TICKET_COLUMNS = {
  status: "status",
  priority: "priority",
  type: "type",
  assignee: "assigneeId",
  team: "teamId",
} as const satisfies Record<TicketField, keyof TicketPatch>;

const FIELDS = Object.keys(TICKET_COLUMNS) as TicketField[];

async function staffNames(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: staff.id, name: staff.publicName }).from(staff).where(inArray(staff.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function teamNames(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: teams.id, name: teams.name }).from(teams).where(inArray(teams.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function checkAssignee(tx: Transaction, staffId: string): Promise<void> {
  const serves = and(eq(staff.id, staffId), isNull(staff.disabledAt), ne(staff.role, "editor"));
  const [row] = await tx.select({ id: staff.id }).from(staff).where(serves);
  if (!row) throw notFound("staff_not_found");
}

/**
 * What a patch would change, with the names of people and teams.
 * @throws ServiceError not_found `staff_not_found` (unknown, disabled, or an editor), `team_not_found`.
 */
export async function ticketChanges(tx: Transaction, ticket: TicketRow, patch: TicketPatch): Promise<TicketChange[]> {
  const changes = FIELDS.flatMap((field): TicketChange[] => {
    const column = TICKET_COLUMNS[field];
    const to = patch[column];
    return to === undefined || to === ticket[column] ? [] : [{ field, from: ticket[column], to }];
  });
  const assignee = changes.find(({ field }) => field === "assignee");
  const team = changes.find(({ field }) => field === "team");
  if (assignee?.to) await checkAssignee(tx, assignee.to);
  const ids = (change?: TicketChange) => [change?.from, change?.to].filter((id) => typeof id === "string");
  const names = new Map([...(await staffNames(tx, ids(assignee))), ...(await teamNames(tx, ids(team)))]);
  if (team?.to && !names.has(team.to)) throw notFound("team_not_found");
  const nameOf = (id: string | null) => (id ? names.get(id) : undefined);
  return changes.map((change) =>
    change === assignee || change === team
      ? { ...change, fromName: nameOf(change.from), toName: nameOf(change.to) }
      : change,
  );
}
