import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { customers, staff, tickets } from "@/db/schema";
import { listTicketsSchema, TICKET_STATUSES, TICKET_TYPES, type TicketStatus } from "@/lib/contracts/tickets";
import { prefixTerms } from "@/lib/text/prefix-terms";
import type { ServiceContext, StaffActor } from "@/server/context";
import { countTickets, listTickets, selectTickets, ticketFilter } from "@/server/tickets/list-tickets";
import { staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();

const COUNT = 20_000;
/** Everything but the oldest rows is finished: only an index finds those without reading the rest. */
function statusOf(index: number): TicketStatus {
  if (index < 1000) return TICKET_STATUSES[index % 4] ?? "new";
  return index < 1100 ? "resolved" : "closed";
}

const PRODUCTS = ["左耳机充不进电", "Refund for the watch", "路由器没有网络", "Robot stops at the door"];
let agent: ServiceContext<StaffActor>;

beforeAll(async () => {
  agent = await staffMember();
  const [customer] = await db().insert(customers).values({ name: "Li Lei", locale: "en" }).returning();
  const rows = Array.from({ length: COUNT }, (_, index) => {
    const subject = `${PRODUCTS[index % PRODUCTS.length]} ${index}`;
    return {
      id: `tkt_${String(index).padStart(26, "0")}`,
      customerId: customer?.id ?? "",
      source: "form" as const,
      type: TICKET_TYPES[index % TICKET_TYPES.length] ?? "other",
      status: statusOf(index),
      subject,
      description: subject,
      searchTerms: prefixTerms(subject),
      locale: "en",
      assigneeId: index % 100 === 0 ? agent.actor.staffId : null,
      tokenHash: `hash-${index}`,
      tokenEncrypted: "",
    };
  });
  for (let at = 0; at < COUNT; at += 1000)
    await db()
      .insert(tickets)
      .values(rows.slice(at, at + 1000));
  await db().execute(sql`analyze ${tickets}`);
  await db().execute(sql`analyze ${staff}`);
});

const list = (input: object) => listTickets({ ctx: agent, input: listTicketsSchema.parse(input) });

async function planOf(input: object): Promise<string> {
  const filter = ticketFilter(agent.actor, listTicketsSchema.parse(input));
  const { rows } = await db().execute<{ "QUERY PLAN": string }>(sql`explain analyze ${selectTickets(filter, 51)}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

describe("the list of tickets", () => {
  it("pages through everything once, newest first", async () => {
    const numbers: number[] = [];
    let before: number | undefined;
    do {
      const page = await list({ view: "active", before });
      numbers.push(...page.tickets.map(({ number }) => number));
      before = page.next ?? undefined;
    } while (before);
    expect(numbers).toHaveLength(1000);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
  });

  it("filters by view, status and type together", async () => {
    const { tickets: rows } = await list({ view: "unassigned", status: "pending", type: "complaint" });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ status: "pending", type: "complaint", assigneeId: null });
    const counts = await countTickets({ ctx: agent });
    expect(counts).toEqual({ active: 1000, mine: 10, unassigned: 990 });
  });

  it("finds by number, with or without #, and by words as far as they are typed", async () => {
    const [first] = (await list({ view: "all" })).tickets;
    const number = first?.number ?? 0;
    expect((await list({ view: "all", search: `#${number}` })).tickets[0]?.number).toBe(number);
    expect((await list({ view: "all", search: String(number) })).tickets[0]?.number).toBe(number);
    const words = await list({ view: "all", search: "watc refund" });
    expect(words.tickets).toHaveLength(50);
    for (const { subject } of words.tickets) expect(subject).toContain("Refund for the watch");
    const chinese = await list({ view: "active", search: "耳机充" });
    for (const { subject } of chinese.tickets) expect(subject).toContain("左耳机充不进电");
    expect((await list({ view: "all", search: "no such thing" })).tickets).toEqual([]);
    expect((await list({ view: "all", search: "%_'\\" })).tickets).toEqual([]);
  });

  it.each([
    ["unfinished", { view: "active" }, "tickets_active_idx"],
    ["mine", { view: "mine" }, "tickets_assignee_idx"],
    ["one status", { view: "all", status: "resolved" }, "tickets_status_idx"],
    ["everything, deep in the list", { view: "all", before: 25_000 }, "tickets_number_key"],
    ["a search", { view: "all", search: "robot 19999" }, "tickets_search_idx"],
  ])("of %s reads an index and never the whole table", async (_name, input, index) => {
    const plan = await planOf(input);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on tickets/);
  });

  it("is refused to editors, who have nothing to do with tickets", async () => {
    const editor = await staffMember("editor");
    const refused = listTickets({ ctx: editor, input: listTicketsSchema.parse({}) });
    await expect(refused).rejects.toMatchObject({ kind: "forbidden" });
  });
});
