import { toHex } from "@/lib/crypto";
import { env } from "@/lib/env";

const LIFETIME_SECONDS = 60;
const encoder = new TextEncoder();

async function key(usage: "sign" | "verify"): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", encoder.encode(env().INTERNAL_SECRET), algorithm, false, [usage]);
}

/** Signs a call from an edge route to `api/internal/*`: bound to its path and body, good for a minute. */
export async function signInternal(path: string, body: string, now: number = Date.now()): Promise<string> {
  const expires = Math.floor(now / 1000) + LIFETIME_SECONDS;
  const signature = await crypto.subtle.sign("HMAC", await key("sign"), encoder.encode(`${expires}\n${path}\n${body}`));
  return `${expires}.${toHex(new Uint8Array(signature))}`;
}

/** Whether a signature is genuine for this path and body and has not expired. Compares in constant time. */
export async function internalSignatureHolds(
  header: string | null,
  path: string,
  body: string,
  now: number = Date.now(),
): Promise<boolean> {
  const [expires = "", hex = ""] = (header ?? "").split(".");
  if (!/^\d{10}$/.test(expires) || !/^[0-9a-f]{64}$/.test(hex) || Number(expires) < now / 1000) return false;
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify("HMAC", await key("verify"), bytes, encoder.encode(`${expires}\n${path}\n${body}`));
}
