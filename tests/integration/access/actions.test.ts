import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { count, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { events, settings, staff } from "@/db/schema";
import { env } from "@/lib/env";
import { forgetSettings } from "@/server/settings/get-settings";
import { installInboxes } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { requestOf } from "../../support/routes/call-route";
import { assembleCast, type Cast } from "../../support/routes/cast";
import { inRequest } from "../../support/routes/request-scope";
import { ACTIONS, type Actions, BROWSERS, type Browser } from "./action-table";

// The package offers its real functions to the framework's own bundler alone; these are the same words.
vi.mock("next-intl/server", async () => {
  const { translator } = await import("@/server/i18n/translator");
  return {
    getTranslations: ({ locale, namespace }: { locale: string; namespace: never }) => translator(locale, namespace),
    getRequestConfig: (config: unknown) => config,
  };
});

ownDatabase();

const ROOT = join(import.meta.dirname, "../../..");
const modules = import.meta.glob<Actions>(["../../../app/**/{actions,vote,set-password-action,preferences}.ts"]);

/** Every function that a browser can post to: the exports of files that say "use server". */
function exportedActions(): string[] {
  const folders = ["app", "components", "server", "lib"];
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const source = readFileSync(join(ROOT, file), "utf8");
      if (!/^\s*["']use server["']/m.test(source)) return [];
      expect([file, /^["']use server["']/.test(source)]).toEqual([file, true]);
      return Array.from(
        source.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm),
        ([, name]) => `${file} ${name}`,
      );
    })
    .sort();
}

let cast: Cast;

beforeAll(async () => {
  Object.assign(env(), { RATE_LIMITS: "off", SETUP_TOKEN: "the-token-the-launcher-printed" });
  await installInboxes();
  cast = await assembleCast();
});

const REDIRECT = /^NEXT_REDIRECT;\w+;(.*);\d+;$/;

/** Calls an action as this browser's form post would. */
async function outcomeOf(action: string, browser: Browser): Promise<string> {
  const [file = "", name = ""] = action.split(/ (?=\w+$)/);
  const entry = ACTIONS[action];
  const load = modules[`../../../${file}`];
  if (!entry || !load) throw new Error(`No entry or module for ${action}`);
  const run = (await load())[name];
  const input = await entry.input(cast);
  const request = requestOf("POST /en", { headers: { ...cast.headers[browser], origin: "http://localhost:3000" } });
  try {
    return entry.tells(await inRequest(request, async () => run?.(...input)));
  } catch (error) {
    const target = REDIRECT.exec((error as { digest?: string }).digest ?? "")?.[1];
    if (target === undefined) throw error;
    return `→ ${target.replace(/requests\/[^?]+/, "requests/…")}`;
  }
}

describe("the access matrix of server actions", () => {
  it("has an entry for every export of a file that says use server, and none for those that are gone", () => {
    expect(Object.keys(ACTIONS).sort()).toEqual(exportedActions());
  });

  it.each(Object.entries(ACTIONS))("%s gives each browser what the table says", async (action, { outcome }) => {
    const got: Partial<Record<Browser, string>> = {};
    for (const browser of BROWSERS) got[browser] = await outcomeOf(action, browser);
    const expected = typeof outcome === "string" ? BROWSERS.map((one) => [one, outcome]) : Object.entries(outcome);
    expect(got).toEqual(Object.fromEntries(expected));
  });
});

describe("what an action changes", () => {
  it("is nothing for those it refuses: no company, no administrator, no event", async () => {
    const before = [await db().select().from(staff), (await db().select({ events: count() }).from(events))[0]];
    for (const browser of BROWSERS) {
      await outcomeOf("app/(auth)/setup/actions.ts setupAction", browser);
      await outcomeOf("app/(auth)/setup/actions.ts startOwnAction", browser);
      await outcomeOf("app/(auth)/set-password-action.ts setPasswordAction", browser);
    }
    expect([await db().select().from(staff), (await db().select({ events: count() }).from(events))[0]]).toEqual(before);
    expect(await db().select().from(settings).where(eq(settings.subject, "company"))).toEqual([]);
  });

  it("is no mail after an address has asked for too many links, whatever address it names", async () => {
    Object.assign(env(), { RATE_LIMITS: "on" });
    await db()
      .insert(settings)
      .values({ subject: "limits", value: { resetsPerHour: 2 } });
    forgetSettings("limits");
    const { forgotAction } = await import("@/app/(auth)/forgot/actions");
    const ask = (address: string) => {
      const form = new FormData();
      form.set("email", `${crypto.randomUUID()}@luyu.example`);
      const request = requestOf("POST /forgot", { headers: { "x-forwarded-for": address } });
      return inRequest(request, () => forgotAction({ sentTo: null }, form));
    };
    const told = [
      await ask("203.0.113.9"),
      await ask("203.0.113.9"),
      await ask("203.0.113.9"),
      await ask("203.0.113.8"),
    ];
    expect(told.map(({ sentTo }) => sentTo !== null)).toEqual([true, true, false, true]);
    expect(told[2]?.waitSeconds).toBeGreaterThan(0);
    Object.assign(env(), { RATE_LIMITS: "off" });
  });

  it("is a preference of one's own account for staff alone", async () => {
    await outcomeOf("app/preferences.ts keepPreference", "agent");
    const rows = await db().select({ id: staff.id, preferences: staff.preferences }).from(staff);
    const dark = rows.filter(({ preferences }) => JSON.stringify(preferences).includes("dark")).map(({ id }) => id);
    expect(dark).toContain(cast.staff.agent.actor.staffId);
    expect(dark).not.toContain(cast.colleague.actor.staffId);
  });
});
