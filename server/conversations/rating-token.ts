import { hashField, hashToken } from "@/lib/crypto";

const SIGNATURE_LENGTH = 32;

async function signatureOf(resolutionId: string): Promise<string> {
  return (await hashField(`rating token ${resolutionId}`)).slice(0, SIGNATURE_LENGTH);
}

/** The token of a rating form: names the resolution and is signed (128 bits), so it needs no row and cannot be made up. */
export async function signRatingToken(resolutionId: string): Promise<string> {
  return `${resolutionId}.${await signatureOf(resolutionId)}`;
}

/** The resolution a token names, or null when it was not signed here. Compares in constant time. */
export async function resolutionOfRatingToken(token: string): Promise<string | null> {
  const [resolutionId = "", signature = "", ...rest] = token.split(".");
  if (!resolutionId.startsWith("res_") || rest.length > 0) return null;
  const [given, own] = await Promise.all([hashToken(signature), hashToken(await signatureOf(resolutionId))]);
  return given === own ? resolutionId : null;
}
