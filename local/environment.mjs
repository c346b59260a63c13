/** From what the operator set and what was generated to what the application's processes see. */
import { randomBytes } from "node:crypto";

const PUSHER_KEYS = ["PUSHER_APP_ID", "PUSHER_KEY", "PUSHER_SECRET"];

/**
 * What runs locally. Nothing set: everything. A plain DATABASE_URL: its gateway. A Neon one: no gateway. Pusher's three
 * keys: no realtime server. `DB_DRIVER` (postgres | neon) overrides the guess by host name.
 * @param {Record<string, string>} settings
 * @returns {{ database: "embedded" | "plain" | "neon", realtime: "local" | "pusher" }}
 */
export function deployment(settings) {
  const set = PUSHER_KEYS.filter((name) => settings[name]);
  if (set.length > 0 && set.length < PUSHER_KEYS.length) {
    throw new Error(`Pusher needs ${PUSHER_KEYS.join(", ")} together; only ${set.join(", ")} is set.`);
  }
  return { database: databaseKind(settings), realtime: set.length > 0 ? "pusher" : "local" };
}

function databaseKind({ DATABASE_URL: url, DB_DRIVER: driver }) {
  if (!url) return "embedded";
  if (driver === "postgres") return "plain";
  if (driver === "neon") return "neon";
  let host;
  try {
    host = new URL(url).hostname;
  } catch {
    throw new Error("DATABASE_URL is not a URL like postgresql://user:password@host:5432/database.");
  }
  return host.endsWith(".neon.tech") ? "neon" : "plain";
}

/** What the services process is told to start, or null when nothing of it is needed. */
export function servicesOptions({ database, realtime }, settings, secrets, dataDir) {
  if (database === "neon" && realtime === "pusher") return null;
  return {
    dataDir,
    ...(database !== "embedded" && { databaseUrl: settings.DATABASE_URL }),
    gateway: database !== "neon",
    databasePassword: secrets.databasePassword,
    realtime: realtime === "local",
    pusherApp: { appId: secrets.pusherAppId, key: secrets.pusherKey, secret: secrets.pusherSecret },
  };
}

/**
 * The environment of the application. What the operator set wins over generated secrets; where the services listen is
 * theirs to say. The demo company is only ever seeded into the embedded database.
 */
export function applicationEnvironment({ settings, secrets, services, plan, mode, dataDir, publicUrl }) {
  return {
    AUTH_SECRET: secrets.authSecret,
    ENCRYPTION_KEY: secrets.encryptionKey,
    INTERNAL_SECRET: secrets.internalSecret,
    CRON_SECRET: secrets.cronSecret,
    IDENTITY_SECRET: secrets.identitySecret,
    APP_URL: publicUrl,
    ...settings,
    ...services,
    SEED: plan.database === "embedded" && settings.SEED !== "none" ? "demo" : "none",
    SETUP_TOKEN: randomBytes(18).toString("base64url"),
    DATA_DIR: dataDir,
    NODE_ENV: mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** Refuses settings that would be ignored in silence. */
export function checkSettings(settings, plan) {
  if (settings.SEED && !["demo", "none"].includes(settings.SEED))
    throw new Error(`SEED: "${settings.SEED}" is neither demo nor none.`);
  if (settings.SEED === "demo" && plan.database !== "embedded") {
    throw new Error(
      "SEED=demo: the demo company is only put into the embedded database. Unset SEED, or unset DATABASE_URL.",
    );
  }
}
