import { describe, expect, it } from "vitest";
import { mayFetch } from "@/server/assistant/may-fetch";
import { ALWAYS, NEVER } from "../../support/calendars";

describe("the assistant may fetch a person", () => {
  it.each([
    ["somebody online, open", 1, ALWAYS, "message", true],
    ["somebody online, no calendar", 1, null, "message", true],
    ["somebody online, closed, people wanted", 1, NEVER, "people", true],
    ["somebody online, closed, messages wanted", 1, NEVER, "message", false],
    ["nobody online, open", 0, ALWAYS, "people", false],
    ["nobody online, closed", 0, NEVER, "people", false],
  ] as const)("%s", (_, agentsOnline, openingHours, whenClosed, expected) => {
    expect(mayFetch({ agentsOnline, openingHours }, { whenClosed }, new Date())).toBe(expected);
  });
});
