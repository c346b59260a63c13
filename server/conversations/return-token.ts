import { hashField, hashToken } from "@/lib/crypto";

const SIGNATURE_LENGTH = 32;
const LIFETIME_MS = 14 * 24 * 60 * 60 * 1000;

async function signatureOf(conversationId: string, expires: string): Promise<string> {
  return (await hashField(`return token ${conversationId} ${expires}`)).slice(0, SIGNATURE_LENGTH);
}

/** The token of a mailed link back into a conversation: signed (128 bits), good for two weeks. */
export async function signReturnToken(conversationId: string, now: Date): Promise<string> {
  const expires = Math.floor((now.getTime() + LIFETIME_MS) / 1000).toString(36);
  return `${conversationId}.${expires}.${await signatureOf(conversationId, expires)}`;
}

/** The conversation a token names, or null when it was not signed here or has expired. Compares in constant time. */
export async function conversationOfReturnToken(token: string, now: Date): Promise<string | null> {
  const [conversationId = "", expires = "", signature = "", ...rest] = token.split(".");
  if (!conversationId.startsWith("conv_") || rest.length > 0) return null;
  const own = await signatureOf(conversationId, expires);
  const [given, expected] = await Promise.all([hashToken(signature), hashToken(own)]);
  return given === expected && Number.parseInt(expires, 36) * 1000 > now.getTime() ? conversationId : null;
}
