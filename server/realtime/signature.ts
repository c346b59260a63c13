import { toHex } from "@/lib/crypto";

const encoder = new TextEncoder();

/** HMAC-SHA-256 in hex, as Pusher signs requests and channel authorisations. */
export async function hmacHex(secret: string, message: string): Promise<string> {
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(message))));
}
