import { env } from "@/lib/env";
import { signInternal } from "./internal-signature";

/**
 * Calls a Node verb from the edge. The address comes from APP_URL, never from the request's Host header.
 * @param limitMs how long it may take, in milliseconds.
 * @throws Error when the call does not succeed.
 */
export async function callInternal(
  path: `/api/internal/${string}`,
  input: unknown,
  limitMs = 10_000,
): Promise<unknown> {
  const body = JSON.stringify(input);
  const response = await fetch(new URL(path, env().APP_URL), {
    method: "POST",
    headers: { "content-type": "application/json", "x-zhida-internal": await signInternal(path, body) },
    body,
    signal: AbortSignal.timeout(limitMs),
  });
  if (!response.ok) throw new Error(`Internal call ${path}: ${response.status}`);
  return response.json();
}
