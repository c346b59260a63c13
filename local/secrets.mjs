/** The secrets of an installation: made once, kept in DATA_DIR/secrets.json, readable by its owner only. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const hex = (bytes) => () => randomBytes(bytes).toString("hex");
const MAKERS = {
  databasePassword: hex(24),
  authSecret: hex(32),
  encryptionKey: () => randomBytes(32).toString("base64"),
  internalSecret: hex(32),
  cronSecret: hex(24),
  identitySecret: hex(32),
  pusherAppId: () => "zhida",
  pusherKey: hex(10),
  pusherSecret: hex(20),
};

/**
 * Reads the installation's secrets, making those that are missing. Existing ones are never replaced.
 * Throws when the file cannot be read: new secrets would lock people out of their data.
 * @param {string} dataDir
 * @returns {Record<keyof typeof MAKERS, string>}
 */
export function installationSecrets(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, "secrets.json");
  const known = existsSync(file) ? read(file) : {};
  const missing = Object.keys(MAKERS).filter((name) => typeof known[name] !== "string");
  if (missing.length === 0) {
    chmodSync(file, 0o600);
    return known;
  }
  const all = { ...known, ...Object.fromEntries(missing.map((name) => [name, MAKERS[name]()])) };
  writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return all;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(
      `${file} cannot be read (${error.message}). It holds the keys to this installation's data: restore it from a backup.`,
    );
  }
}
