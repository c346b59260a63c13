import { describe, expect, it } from "vitest";
import { CONVERSATION_STATUSES } from "@/lib/contracts/conversations";
import { MOVES, moveFrom, TRANSITIONS } from "@/server/conversations/transitions";

describe("conversation status", () => {
  const legal = CONVERSATION_STATUSES.flatMap((status) =>
    MOVES.filter((move) => TRANSITIONS[status][move]).map(
      (move) => `${status} -${move}-> ${TRANSITIONS[status][move]}`,
    ),
  );

  it("has exactly these legal moves", () => {
    expect(legal).toEqual([
      "assistant -queue-> queued",
      "assistant -resolve-> resolved",
      "queued -claim-> assigned",
      "queued -transfer-> queued",
      "queued -withdraw-> assistant",
      "queued -resolve-> resolved",
      "assigned -transfer-> assigned",
      "assigned -requeue-> queued",
      "assigned -snooze-> snoozed",
      "assigned -resolve-> resolved",
      "snoozed -transfer-> assigned",
      "snoozed -requeue-> queued",
      "snoozed -wake-> assigned",
      "snoozed -resolve-> resolved",
      "resolved -reopen_assistant-> assistant",
      "resolved -reopen_queue-> queued",
      "resolved -undo_resolve-> assigned",
    ]);
  });

  it("refuses every other move by name", () => {
    for (const status of CONVERSATION_STATUSES) {
      for (const move of MOVES.filter((candidate) => !TRANSITIONS[status][candidate])) {
        expect(() => moveFrom(status, move)).toThrow("illegal_move");
      }
    }
  });
});
