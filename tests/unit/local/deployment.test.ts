import { describe, expect, it } from "vitest";
import { checkSettings, deployment } from "@/local/environment.mjs";

const PUSHER = { PUSHER_APP_ID: "1", PUSHER_KEY: "k", PUSHER_SECRET: "s" };

describe("what runs locally", () => {
  it.each([
    [{}, { database: "embedded", realtime: "local" }],
    [{ DATABASE_URL: "postgresql://u:p@db.internal:5432/zhida" }, { database: "plain", realtime: "local" }],
    [
      { DATABASE_URL: "postgresql://u:p@ep-x.eu-central-1.aws.neon.tech/zhida" },
      { database: "neon", realtime: "local" },
    ],
    [
      { DATABASE_URL: "postgresql://u:p@ep-x.eu-central-1.aws.neon.tech/zhida", ...PUSHER },
      { database: "neon", realtime: "pusher" },
    ],
    [
      { DATABASE_URL: "postgresql://u:p@x.neon.tech/z", DB_DRIVER: "postgres" },
      { database: "plain", realtime: "local" },
    ],
    [
      { DATABASE_URL: "postgresql://u:p@own-neon.internal/z", DB_DRIVER: "neon" },
      { database: "neon", realtime: "local" },
    ],
    [PUSHER, { database: "embedded", realtime: "pusher" }],
  ])("follows from the settings %o", (settings, expected) => {
    expect(deployment(settings as Record<string, string>)).toEqual(expected);
  });

  it("refuses half a set of Pusher keys", () => {
    expect(() => deployment({ PUSHER_KEY: "k" })).toThrow("PUSHER_APP_ID, PUSHER_KEY, PUSHER_SECRET together");
  });

  it("refuses a DATABASE_URL that is none, without repeating it", () => {
    expect(() => deployment({ DATABASE_URL: "hunter2" })).toThrow(/^(?!.*hunter2)/);
  });

  it("never seeds the demo into a database of one's own", () => {
    const settings = { DATABASE_URL: "postgresql://u:p@db.internal/zhida", SEED: "demo" };
    expect(() => checkSettings(settings, deployment(settings))).toThrow("embedded database");
  });

  it("refuses an unknown SEED", () => {
    expect(() => checkSettings({ SEED: "everything" }, deployment({}))).toThrow("neither demo nor none");
  });
});
