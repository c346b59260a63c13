import { describe, expect, it } from "vitest";
import type { TicketStatus } from "@/lib/contracts/tickets";
import { formatDuration } from "@/lib/format-duration";
import { ticketStages } from "@/lib/ticket-stages";

const START = Date.parse("2026-11-18T02:00:00Z");
const at = (minutes: number) => new Date(START + minutes * 60_000);
const history = (...entries: [TicketStatus, number][]) =>
  entries.map(([status, minutes]) => ({ status, at: at(minutes).toISOString() }));
const stages = (entries: ReturnType<typeof history>, now: number) =>
  ticketStages(entries, at(now)).map(({ stage, state, seconds }) => [
    stage,
    state,
    seconds === null ? null : seconds / 60,
  ]);

describe("a ticket's stages", () => {
  it("of a new ticket lie ahead, and waiting is not announced", () => {
    expect(stages(history(["new", 0]), 5)).toEqual([
      ["received", "current", 5],
      ["in_progress", "ahead", null],
      ["solved", "ahead", null],
    ]);
  });

  it("add up every stay, with being on hold counted as work", () => {
    const moves = history(
      ["new", 0],
      ["open", 10],
      ["pending", 30],
      ["open", 40],
      ["on_hold", 45],
      ["open", 60],
      ["resolved", 70],
    );
    expect(stages(moves, 100)).toEqual([
      ["received", "done", 10],
      ["in_progress", "done", 50],
      ["waiting", "done", 10],
      ["solved", "current", 30],
    ]);
  });

  it("leave out what was jumped over, and put solved ahead again after a return", () => {
    expect(stages(history(["new", 0], ["resolved", 3]), 4).map(([stage]) => stage)).toEqual(["received", "solved"]);
    expect(stages(history(["new", 0], ["resolved", 3], ["open", 9]), 10)).toEqual([
      ["received", "done", 3],
      ["in_progress", "current", 1],
      ["solved", "ahead", 6],
    ]);
  });

  it("never run backwards when clocks differ", () => {
    expect(ticketStages(history(["new", 10]), at(0))[0]?.seconds).toBe(0);
  });
});

describe("a duration", () => {
  it.each([
    [12, "en", null],
    [90, "en", "1 min"],
    [3_600, "en", "1 hr"],
    [93_784, "en", "1 day 2 hr"],
    [93_784, "zh", "1天2小时"],
    [40, "zh", null],
  ])("of %d seconds in %s reads %j", (seconds, locale, words) => {
    expect(formatDuration(seconds, locale)).toBe(words);
  });
});
