import { describe, expect, it } from "vitest";
import { TICKET_STATUSES, type TicketStatus } from "@/lib/contracts/tickets";
import { checkMove, mayReopen, statusAfterCustomer, statusAfterReply } from "@/server/tickets/transitions";

const NOW = new Date("2026-11-18T02:00:00Z");
const DAY = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);

const LEGAL: [TicketStatus, TicketStatus][] = [
  ["new", "open"],
  ["new", "resolved"],
  ["open", "pending"],
  ["open", "on_hold"],
  ["open", "resolved"],
  ["pending", "open"],
  ["pending", "resolved"],
  ["on_hold", "open"],
  ["on_hold", "resolved"],
  ["resolved", "closed"],
  ["resolved", "open"],
  ["closed", "open"],
];
const isLegal = (from: TicketStatus, to: TicketStatus) => LEGAL.some(([a, b]) => a === from && b === to);
const ALL = TICKET_STATUSES.flatMap((from) => TICKET_STATUSES.map((to) => [from, to] as const));

describe("a ticket's status", () => {
  it.each(ALL)("from %s to %s moves exactly when the table says so", (from, to) => {
    const move = () => checkMove({ status: from, resolvedAt: daysAgo(1) }, to, NOW);
    if (isLegal(from, to)) expect(move).not.toThrow();
    else expect(move).toThrow(expect.objectContaining({ code: "illegal_move", kind: "conflict" }));
  });

  it("comes back within thirty days of being resolved and not later", () => {
    const at = (days: number, status: TicketStatus = "closed") => ({ status, resolvedAt: daysAgo(days) });
    expect(mayReopen(at(30), NOW)).toBe(true);
    expect(mayReopen(at(30.01), NOW)).toBe(false);
    expect(() => checkMove(at(31, "resolved"), "open", NOW)).toThrow(
      expect.objectContaining({ code: "reopen_window_passed" }),
    );
    expect(mayReopen({ status: "pending", resolvedAt: null }, NOW)).toBe(true);
  });

  it("after a customer's message is back in work unless nobody waited for the customer", () => {
    const after = TICKET_STATUSES.map(statusAfterCustomer);
    expect(after).toEqual(["new", "open", "open", "on_hold", "open", "open"]);
  });

  it("opens by an agent's first reply and otherwise stays", () => {
    expect(TICKET_STATUSES.map(statusAfterReply)).toEqual(["open", "open", "pending", "on_hold", "resolved", "closed"]);
  });
});
