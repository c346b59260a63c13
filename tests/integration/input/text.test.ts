import { beforeAll, describe, expect, it } from "vitest";
import { env } from "@/lib/env";
import { installInboxes, staffMember } from "../../support/actors";
import {
  corporaPresent,
  corpusFiles,
  corpusLines,
  NEEDS_CORPORA,
  naughtyStrings,
  unicodeStrings,
} from "../../support/corpora";
import { ownDatabase } from "../../support/database";
import { halfDone } from "../../support/half-done";
import { callProcedure } from "../../support/routes/call-procedure";
import { callRoute } from "../../support/routes/call-route";
import { api } from "../../support/routes/documented-call";
import { conversationOf, messagesOf, openScript, type Script, send } from "../../support/routes/script";

ownDatabase();

let script: Script;

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off" });
  await installInboxes();
  script = await openScript();
});

const errorsOf = (problem: Record<string, unknown>) => (problem.errors as { field: string; code: string }[])[0];

/** Attacks on databases and headers; those on browsers are for the renderers, whose tests run all of them. */
const attacks = () =>
  corpusFiles("payloads")
    .filter((file) => /^(?:sqli|crlf)/.test(file))
    .flatMap((file) => corpusLines(`payloads/${file}`));
const awkward = () => [...naughtyStrings(), ...unicodeStrings().map(({ value }) => value), ...attacks()];

describe("a message", () => {
  it.each([
    ["4,000 letters", "x".repeat(4000)],
    ["4,000 Chinese characters", "字".repeat(4000)],
    ["4,000 characters outside the basic plane", "😀".repeat(4000)],
    ["one letter", "a"],
    ["Markdown and HTML", '# **a** <img src=x onerror=alert(1)> [b](javascript:alert(1)) {"c": 1} \\ `d`'],
    ["line breaks, tabs and controls", "a\r\nb\tc\u0001\u001b[31md"],
    ["an override of the writing direction", "invoice\u202egpj.exe"],
    ["a family of emoji", "👨‍👩‍👧‍👦"],
  ])("of %s is stored to the byte", async (_, text) => {
    const id = await conversationOf(script);
    expect(await send(script, id, text)).toMatchObject([201, { text }]);
    expect((await messagesOf(script, id))[0]?.text).toBe(text);
  });

  it.each([
    ["4,001 letters", "x".repeat(4001), "too_long"],
    ["4,001 characters outside the basic plane", "😀".repeat(4001), "too_long"],
    ["nothing", "", "empty"],
    ["spaces of every kind", " \u00a0\u3000\u2003\n\t", "empty"],
    ["invisible characters alone", "\u200b\u200c\u200d\u2060\ufeff", "empty"],
    ["a NUL", "a\u0000b", "nul"],
    ["half a surrogate pair", "a\ud83d", "malformed"],
    ["the other half", "\ude00b", "malformed"],
  ])("of %s is refused by name, and nothing of it is stored", async (_, text, code) => {
    const id = await conversationOf(script);
    const [status, problem] = await send(script, id, text);
    expect([status, errorsOf(problem)]).toEqual([422, { field: "text", code }]);
    expect(await messagesOf(script, id)).toEqual([]);
    expect(await halfDone()).toEqual([]);
  });

  it("keeps its number and its conversation when the one before was refused", async () => {
    const id = await conversationOf(script, "one");
    await send(script, id, "\u0000");
    await send(script, id, "two");
    expect((await messagesOf(script, id)).map(({ seq, text }) => [seq, text])).toEqual([
      [1, "one"],
      [2, "two"],
    ]);
  });
});

describe("names and titles", () => {
  it.each([
    ["a NUL", "a\u0000b"],
    ["half a surrogate pair", "a\ud800"],
    ["nothing but spaces", "  "],
    ["too much", "x".repeat(201)],
  ])("of %s are refused everywhere, and stored nowhere", async (_, name) => {
    const admin = await staffMember("admin");
    const fields: [string, unknown][] = [
      ["team.invite", { email: "new@luyu.example", name, role: "agent" }],
      ["team.createApiKey", { name }],
      ["team.updateProfile", { publicName: name }],
      ["knowledge.saveCategory", { slug: "s", names: { en: name } }],
    ];
    for (const [path, input] of fields) {
      expect([path, await callProcedure(path, admin, input)]).toMatchObject([path, { code: "invalid_input" }]);
    }
    expect((await script.call("POST /tickets", { body: { subject: name, description: "d" } }))[0]).toBe(422);
  });
});

describe.skipIf(!corporaPresent)(`every naughty, awkward and attacking string${NEEDS_CORPORA}`, () => {
  it("as a message comes back to the byte, trimmed at its ends, or is refused by name", async () => {
    const id = await conversationOf(script);
    const stored: string[] = [];
    for (const text of awkward()) {
      const [status, reply] = await send(script, id, text);
      if (status === 201) stored.push(text.trim());
      else
        expect([text.slice(0, 80), status, reply.code]).toEqual([
          text.slice(0, 80),
          expect.toBeOneOf([413, 422]),
          expect.any(String),
        ]);
    }
    expect(stored.length).toBeGreaterThan(500);
    const list: string[] = [];
    for (
      let last = 0, page = await messagesOf(script, id);
      page.length > 0;
      page = await messagesOf(script, id, last)
    ) {
      list.push(...page.filter(({ kind }) => kind === "incoming").map(({ text }) => text));
      last = page.at(-1)?.seq ?? 0;
    }
    expect(list).toEqual(stored);
    expect(await halfDone()).toEqual([]);
  }, 120_000);

  it("as a ticket's subject and description comes back to the byte or is refused", async () => {
    const strings = [
      ...naughtyStrings().filter((_, at) => at % 4 === 0),
      ...unicodeStrings().map(({ value }) => value),
    ];
    for (const text of strings) {
      const [status, ticket] = await script.call("POST /tickets", { body: { subject: text, description: text } });
      if (status !== 201) {
        expect([text.slice(0, 80), status]).toEqual([text.slice(0, 80), expect.toBeOneOf([413, 422])]);
        continue;
      }
      const [, shown] = await api("GET /tickets/{token}", { params: { token: String(ticket.token) } });
      const [first] = shown.messages as { text: string }[];
      expect([shown.subject, first?.text]).toEqual([text.trim(), text.trim()]);
    }
    expect(await halfDone()).toEqual([]);
  }, 120_000);

  it("as a search of articles, tickets and customers finds or finds not, and never breaks", async () => {
    const admin = await staffMember("admin");
    for (const text of awkward().filter(({ length }, at) => length <= 500 && at % 3 === 0)) {
      const found = await callRoute("GET /api/v1/articles", { query: `?q=${encodeURIComponent(text.toWellFormed())}` });
      expect([text, found.status]).toEqual([text, expect.toBeOneOf([200, 422])]);
    }
    for (const text of unicodeStrings()
      .map(({ value }) => value.slice(0, 190))
      .concat(
        naughtyStrings()
          .filter((_, at) => at % 8 === 0)
          .map((text) => text.slice(0, 190)),
      )) {
      for (const [path, input] of [
        ["tickets.list", { search: text }],
        ["customers.list", { search: text }],
        ["knowledge.search", { locale: "en", text }],
        ["knowledge.list", { locale: "en", text }],
      ] as const) {
        const { code } = await callProcedure(path, admin, input);
        expect([path, text.slice(0, 80), code]).toEqual([
          path,
          text.slice(0, 80),
          expect.toBeOneOf(["ok", "invalid_input"]),
        ]);
      }
    }
  }, 120_000);
});
