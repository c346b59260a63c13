import { encode } from "next-auth/jwt";
import { env } from "@/lib/env";

const COOKIE = "authjs.session-token";

/** The Cookie header of a browser in which this person signed in: the same sealed token that next-auth sets. */
export async function staffCookie(claims: { staffId: string; sessionVersion: number }): Promise<string> {
  const token = await encode({ token: claims, secret: env().AUTH_SECRET, salt: COOKIE, maxAge: 3600 });
  return `${COOKIE}=${token}`;
}
