import { expect, it } from "vitest";
import { lastWords } from "@/local/postgres-log.mjs";

const STARTING = "LOG:  starting\nFATAL:  the database system is starting up\nLOG:  ready\n";

it("tells why a server did not start by its last fatal line, else by its last line", () => {
  expect(lastWords(`${STARTING}LOG:  gave up`, null)).toBe(": FATAL:  the database system is starting up");
  expect(lastWords("LOG:  one\nLOG:  two\n", null)).toBe(": LOG:  two");
});

it("blames no refusal of its start, and no query's error, once a server was ready", () => {
  const before = STARTING.length;
  expect(lastWords(STARTING, before)).toBe("");
  expect(lastWords(`${STARTING}ERROR:  duplicate key\n`, before)).toBe("");
  expect(lastWords(`${STARTING}PANIC:  no space left\n`, before)).toBe(": PANIC:  no space left");
});
