import type { HttpCall } from "@/lib/contracts/actions";
import { decryptField, encryptField } from "@/lib/crypto";
import { invalid } from "@/server/errors";

type Headers = HttpCall["headers"];

const CONTEXT = "actions.http.header";

/** A sealed value as it is stored. Nothing typed is no secret, and stays nothing. */
const sealSecret = async (typed: string): Promise<string> => (typed === "" ? "" : encryptField(typed, CONTEXT));

/** The secret behind a stored sealed value; empty where none is stored. */
export const openSecret = async (stored: string): Promise<string> =>
  stored === "" ? "" : decryptField(stored, CONTEXT);

/**
 * The sealed headers of a stored call that hold a secret. A value is opened to see it: an empty text may have been sealed.
 */
export async function withSecret(headers: Headers): Promise<Headers> {
  const opened = await Promise.all(
    headers.map(async ({ sealed, value }) => sealed && (await openSecret(value)) !== ""),
  );
  return headers.filter((_, at) => opened[at]);
}

/**
 * Every sealed header of a stored call must hold a secret before the call may be made.
 * @throws ServiceError invalid `header_value_missing` (`name`).
 */
export async function requireSecrets({ headers }: HttpCall): Promise<void> {
  const held = await withSecret(headers);
  const missing = headers.find((header) => header.sealed && !held.includes(header));
  if (missing) throw invalid("header_value_missing", { name: missing.name });
}

/** A typed call as it is stored: an empty sealed value keeps the secret that is stored under its name, if there is one. */
export async function sealCall(typed: HttpCall, stored: HttpCall | null): Promise<HttpCall> {
  const held = await withSecret(stored?.headers ?? []);
  const headers = await Promise.all(
    typed.headers.map(async ({ name, value, sealed }) => {
      if (!sealed) return { name, value, sealed };
      const kept = value === "" && held.find((header) => header.name.toLowerCase() === name.toLowerCase());
      return { name, sealed, value: kept ? kept.value : await sealSecret(value) };
    }),
  );
  return { ...typed, headers };
}
