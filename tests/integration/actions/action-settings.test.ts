import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { actions, events } from "@/db/schema";
import type { SaveActionInput } from "@/lib/contracts/action-forms";
import { saveActionSchema } from "@/lib/contracts/action-forms";
import { decryptField, encryptField } from "@/lib/crypto";
import { callAction } from "@/server/assistant/actions/call-action";
import { getAction, listActions } from "@/server/assistant/actions/list-actions";
import { removeAction, saveActions, switchAction } from "@/server/assistant/actions/save-action";
import { tryAction } from "@/server/assistant/actions/try-action";
import type { ServiceContext } from "@/server/context";
import { allowHost } from "../../support/actions";
import { staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { type OrderSystem, startOrderSystem } from "../../support/fakes/order-system";

ownDatabase();
let admin: ServiceContext;
let shop: OrderSystem;

beforeAll(async () => {
  admin = await staffMember("admin");
  shop = await startOrderSystem();
  await allowHost(shop.host);
});
afterAll(() => shop.close());

const draft = (key: string, changes: Partial<SaveActionInput> = {}): SaveActionInput => ({
  key,
  kind: "http",
  version: 0,
  names: { zh: "查订单", en: "Shop lookup" },
  phrasings: { zh: ["查商城订单"], en: ["shop lookup"] },
  parameters: [
    {
      name: "order",
      kind: "order_number",
      required: true,
      label: { zh: "订单号", en: "Order" },
      question: { zh: "订单号是？", en: "Which order?" },
      pattern: "",
      choices: [],
    },
  ],
  confirm: false,
  identity: false,
  results: { zh: "状态：{result.status}", en: "Status: {result.status}" },
  enabled: true,
  http: {
    method: "GET",
    url: `${shop?.origin ?? "https://shop.example"}/orders/{order}`,
    headers: [{ name: "Authorization", value: "Bearer shop-key", sealed: true }],
    body: "",
  },
  ...changes,
});
const save = (...list: SaveActionInput[]) => saveActions({ ctx: admin, input: { actions: list } });
const headerOf = async (key: string) => {
  const [row] = await db().select().from(actions).where(eq(actions.key, key));
  return row?.http?.headers[0]?.value ?? "";
};

/** A draft whose secret header was left empty. */
const withoutKey = (key: string, enabled: boolean): SaveActionInput => {
  const { http, ...rest } = draft(key, { enabled });
  return { ...rest, http: http && { ...http, headers: [{ name: "X-Key", value: "", sealed: true }] } };
};

describe("an action whose secret was left empty", () => {
  const missing = { code: "header_value_missing", details: { name: "X-Key" } };
  const turnOn = (key: string) => switchAction({ ctx: admin, input: { key, enabled: true } });

  it("stores nothing as its secret, and says so to its form", async () => {
    await save(withoutKey("keyless", false));
    expect(await headerOf("keyless")).toBe("");
    expect(await getAction({ ctx: admin, input: { key: "keyless" } })).toMatchObject({ secrets: [] });
    await save(draft("keyed"));
    expect(await getAction({ ctx: admin, input: { key: "keyed" } })).toMatchObject({ secrets: ["Authorization"] });
  });

  it("can be switched on neither by its switch nor by its form, nor be tried, until it is filled in", async () => {
    await save(withoutKey("waiting", false));
    await expect(turnOn("waiting")).rejects.toMatchObject(missing);
    const form = await getAction({ ctx: admin, input: { key: "waiting" } });
    await expect(save({ ...form, enabled: true })).rejects.toMatchObject(missing);
    const trial = { action: form, values: { order: "A1029" }, locale: "en" as const };
    await expect(tryAction({ ctx: admin, input: trial })).rejects.toMatchObject(missing);
    const headers = [{ name: "X-Key", value: "s3cret", sealed: true }];
    await save({ ...form, http: form.http && { ...form.http, headers } });
    await turnOn("waiting");
    expect((await listActions({ ctx: admin })).find(({ key }) => key === "waiting")?.enabled).toBe(true);
  });

  it("counts as such where an empty text was sealed before, and is never called without it", async () => {
    await save(withoutKey("sealed_empty", false));
    const form = draft("sealed_empty");
    const value = await encryptField("", "actions.http.header");
    const http = form.http && { ...form.http, headers: [{ name: "X-Key", value, sealed: true }] };
    await db().update(actions).set({ http }).where(eq(actions.key, "sealed_empty"));
    await expect(turnOn("sealed_empty")).rejects.toMatchObject(missing);
    shop.calls.length = 0;
    const called = http && {
      call: http,
      parameters: form.parameters,
      values: { order: "A1029" },
      idempotencyKey: "key",
      allowedHosts: [shop.host],
    };
    expect(called && (await callAction(called))).toMatchObject({ ok: false, reply: "header_value_missing" });
    expect(shop.calls).toEqual([]);
  });
});

describe("an action's settings", () => {
  it("keep a secret that is not typed again, and never send it back", async () => {
    const [saved] = await save(draft("one"));
    expect(saved).toEqual({ version: 1 });
    expect(await headerOf("one")).not.toContain("shop-key");
    const shown = await getAction({ ctx: admin, input: { key: "one" } });
    expect(JSON.stringify(shown)).not.toMatch(/shop-key|k1\./);
    await save({ ...shown, names: { zh: "改名", en: "Renamed" } });
    expect(await decryptField(await headerOf("one"), "actions.http.header")).toBe("Bearer shop-key");
  });

  it("are not overwritten by a form that was opened before", async () => {
    await save(draft("two"));
    const opened = await getAction({ ctx: admin, input: { key: "two" } });
    const outcomes = await Promise.allSettled([save(opened), save(opened), save(opened)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(save(draft("two"))).rejects.toThrow("action_key_taken");
  });

  it("refuse a call that cannot be made, all of an import or none", async () => {
    const broken = draft("broken", { http: { method: "GET", url: "https://x.example/{gone}", headers: [], body: "" } });
    await expect(save(draft("fine"), broken)).rejects.toThrow("action_placeholder_unknown");
    await expect(save(draft("fine"), draft("one"))).rejects.toThrow("action_key_taken");
    expect(await db().$count(actions, eq(actions.key, "fine"))).toBe(0);
    await expect(save(draft("order_status"))).rejects.toThrow("action_key_taken");
    expect(saveActionSchema.safeParse(draft("new")).success).toBe(false);
    const crlf = draft("x", {
      http: {
        method: "GET",
        url: "https://x.example/",
        body: "",
        headers: [{ name: "X-A", value: "a\r\nHost: b", sealed: false }],
      },
    });
    expect(saveActionSchema.safeParse(crlf).success).toBe(false);
  });

  it("switch built-in actions off and on, and give their words back", async () => {
    await switchAction({ ctx: admin, input: { key: "check_stock", enabled: false } });
    const rows = await listActions({ ctx: admin });
    expect(rows.find(({ key }) => key === "check_stock")).toMatchObject({
      kind: "builtin",
      enabled: false,
      version: 1,
    });
    const form = await getAction({ ctx: admin, input: { key: "start_return" } });
    await save({ ...form, names: { zh: "退货", en: "Return it" }, identity: false, confirm: false, parameters: [] });
    const changed = await getAction({ ctx: admin, input: { key: "start_return" } });
    expect(changed).toMatchObject({ names: { en: "Return it" }, identity: true, confirm: true });
    expect(changed.parameters).toHaveLength(2);
    await removeAction({ ctx: admin, input: { key: "start_return" } });
    expect((await getAction({ ctx: admin, input: { key: "start_return" } })).names.en).toBe("Start a return");
    await expect(switchAction({ ctx: admin, input: { key: "nobody", enabled: true } })).rejects.toThrow(
      "action_not_found",
    );
    expect(await db().$count(events, eq(events.name, "action.saved"))).toBeGreaterThan(3);
  });

  it("are tried as they stand and tell what a customer would read", async () => {
    const form = draft("unsaved");
    const trial = await tryAction({ ctx: admin, input: { action: form, values: { order: "A1029" }, locale: "en" } });
    expect(trial).toMatchObject({ ok: true, text: "Status: shipped" });
    const wrong = { ...form, http: form.http && { ...form.http, headers: [] } };
    const refused = await tryAction({ ctx: admin, input: { action: wrong, values: { order: "A1029" }, locale: "en" } });
    expect(refused).toMatchObject({ ok: false, reason: "not_allowed" });
    const inside = { ...form, http: form.http && { ...form.http, url: "http://127.0.0.1:9/{order}" } };
    const blocked = await tryAction({
      ctx: admin,
      input: { action: inside, values: { order: "A1029" }, locale: "en" },
    });
    expect(blocked).toMatchObject({ ok: false, reason: "address_blocked" });
    const input = { action: form, values: { order: "nonsense" }, locale: "en" as const };
    await expect(tryAction({ ctx: admin, input })).rejects.toThrow("action_value_malformed");
  });
});
