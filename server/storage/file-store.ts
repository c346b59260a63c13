import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";

/** Where uploaded files live: on disk under DATA_DIR/files, in folders by the key's last characters. */
const KEY = /^[a-z]{3,5}_[0-9a-z]{20,40}$/;

function pathOf(key: string): { folder: string; file: string } {
  if (!KEY.test(key)) throw new Error("Not a storage key");
  const folder = join(env().DATA_DIR, "files", key.slice(-2));
  return { folder, file: join(folder, key) };
}

/** Stores bytes under a key; the file appears whole or not at all. */
export async function storeFile(key: string, bytes: Uint8Array): Promise<void> {
  const { folder, file } = pathOf(key);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.part`;
  await writeFile(draft, bytes, { mode: 0o600 });
  await rename(draft, file);
}

/** The bytes under a key. @throws when there are none. */
export function readStoredFile(key: string): Promise<Uint8Array> {
  return readFile(/* turbopackIgnore: true */ pathOf(key).file);
}

/** Removes a key; removing what is not there is fine. */
export async function deleteStoredFile(key: string): Promise<void> {
  await rm(pathOf(key).file, { force: true });
}
