import { encode } from "next-auth/jwt";
import { env } from "@/lib/env";

const COOKIE = "authjs.session-token";

/**
 * The Cookie header of a browser in which this person signed in: the same sealed token that next-auth sets.
 * @param seconds it still holds; negative = it is over.
 */
export async function staffCookie(
  claims: { staffId: string; sessionVersion: number },
  seconds = 3600,
): Promise<string> {
  const token = await encode({ token: claims, secret: env().AUTH_SECRET, salt: COOKIE, maxAge: seconds });
  return `${COOKIE}=${token}`;
}
