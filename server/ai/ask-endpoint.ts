import type { EndpointFailure, EndpointUse } from "@/lib/contracts/answer-trace";
import { endpointFailure } from "./endpoint-failure";

/** How long an endpoint may keep a customer waiting, and how long one that failed is left alone, in milliseconds. */
const PATIENCE_MS = 300;
const REST_MS = 20_000;

const restingUntil = new Map<string, number>();

/**
 * Asks an endpoint that an answer can do without: it has 300 ms, and after a failure this process does not ask again for
 * 20 s. Never throws.
 * @returns what it said, or null, and how it went.
 */
export async function askEndpoint<Reply>(
  { kind, model }: Pick<EndpointUse, "kind" | "model">,
  call: (signal: AbortSignal) => Promise<Reply>,
): Promise<{ reply: Reply | null; use: EndpointUse }> {
  const key = `${kind} ${model}`;
  const began = Date.now();
  const use = (failure?: EndpointFailure): EndpointUse => ({
    kind,
    model,
    ms: Date.now() - began,
    ...(failure && { failure }),
  });
  if (began < (restingUntil.get(key) ?? 0)) return { reply: null, use: use("resting") };
  try {
    return { reply: await call(AbortSignal.timeout(PATIENCE_MS)), use: use() };
  } catch (error) {
    restingUntil.set(key, Date.now() + REST_MS);
    return { reply: null, use: use(endpointFailure(error)) };
  }
}
