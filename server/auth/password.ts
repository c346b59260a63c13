import { hash, verify } from "@node-rs/argon2";
import { ARGON2_PARAMETERS } from "@/lib/password-parameters";

/** An argon2id PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2_PARAMETERS);
}

let decoy: Promise<string> | undefined;

/** Compares in the same time whether or not there is a hash, so that answers do not tell who exists. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password nobody has");
  const matches = await verify(stored ?? (await decoy), password);
  return matches && stored !== null;
}
