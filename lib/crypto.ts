import { sha256 } from "@noble/hashes/sha2.js";
import { env } from "./env";

const KEY_ID = "k1";
const encoder = new TextEncoder();

/** Standard base64 of bytes. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Bytes of standard or URL-safe base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Lower-case hexadecimal of bytes. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function subkey(purpose: "encrypt" | "hash"): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey("raw", fromBase64(env().ENCRYPTION_KEY), "HKDF", false, ["deriveKey"]);
  const derivation = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: encoder.encode(`zhida:${purpose}`),
  };
  return purpose === "encrypt"
    ? crypto.subtle.deriveKey(derivation, root, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
    : crypto.subtle.deriveKey(derivation, root, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
}

const keys: Partial<Record<"encrypt" | "hash", Promise<CryptoKey>>> = {};
function keyFor(purpose: "encrypt" | "hash"): Promise<CryptoKey> {
  keys[purpose] ??= subkey(purpose);
  return keys[purpose];
}

/**
 * Encrypts a personal field or secret: AES-256-GCM, `keyId.iv.ciphertext` in base64.
 * @param context bound as additional data (`table.column`), so a value cannot be moved to another column.
 */
export async function encryptField(plain: string, context: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const parameters = { name: "AES-GCM", iv, additionalData: encoder.encode(context) };
  const sealed = await crypto.subtle.encrypt(parameters, await keyFor("encrypt"), encoder.encode(plain));
  return `${KEY_ID}.${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`;
}

/**
 * The inverse of {@link encryptField}.
 * @throws Error when the key, the context or the stored value is not the one it was sealed with.
 */
export async function decryptField(sealed: string, context: string): Promise<string> {
  const [keyId, iv, ciphertext] = sealed.split(".");
  if (keyId !== KEY_ID || !iv || !ciphertext) throw new Error("Encrypted field: unknown key");
  const parameters = { name: "AES-GCM", iv: fromBase64(iv), additionalData: encoder.encode(context) };
  const plain = await crypto.subtle.decrypt(parameters, await keyFor("encrypt"), fromBase64(ciphertext));
  return new TextDecoder().decode(plain);
}

/** Keyed hash (HMAC-SHA-256, hex) of a normalised personal value: for equality and uniqueness beside the ciphertext. */
export async function hashField(value: string): Promise<string> {
  const normalised = value.normalize("NFKC").trim().toLowerCase();
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", await keyFor("hash"), encoder.encode(normalised))));
}

/**
 * SHA-256 (hex) of a high-entropy token; tokens are stored only so. Every call of a customer begins with it, and Web Crypto
 * hands each digest to another thread, which takes fifty times as long as the digest.
 */
export async function hashToken(token: string): Promise<string> {
  return toHex(sha256(encoder.encode(token)));
}

/** A URL-safe random token of 256 bits. */
export function newToken(): string {
  return toBase64(crypto.getRandomValues(new Uint8Array(32)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
