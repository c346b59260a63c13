import type { ActionFailure, ActionParameter, HttpCall } from "@/lib/contracts/actions";
import { ServiceError } from "@/server/errors";
import { OutboundError, type OutboundReply, requestPublic } from "@/server/outbound/request-public";
import { fillCall } from "./fill-call";
import { openSecret, requireSecrets } from "./header-secrets";

/** The whole of a call with its second try, in milliseconds. */
export const CALL_LIMIT_MS = 10_000;
const FIRST_TRY_MS = 6_000;
const MAXIMUM_BYTES = 256 * 1024;
/** Statuses after which the same request may succeed. */
const PASSING = new Set([429, 502, 503, 504]);

/** How an action ended: what came back, or why not. `reply` is what the other system said, for staff. */
export type ActionOutcome =
  | { ok: true; result: unknown; reply?: string }
  | { ok: false; failure: ActionFailure; reply?: string };

async function headersOf(call: HttpCall, key: string, hasBody: boolean): Promise<Record<string, string>> {
  const own = await Promise.all(
    call.headers.map(async ({ name, value, sealed }) => [name.toLowerCase(), sealed ? await openSecret(value) : value]),
  );
  return {
    accept: "application/json",
    "user-agent": "Zhida-Actions/1",
    ...(hasBody && { "content-type": "application/json" }),
    ...Object.fromEntries(own),
    "idempotency-key": key,
  };
}

function outcomeOf({ status, text }: OutboundReply, method: string): ActionOutcome {
  const reply = `${status} ${text.slice(0, 2000)}`;
  if (status === 404 || status === 410) return { ok: false, failure: "not_found", reply };
  if (status === 401 || status === 403) return { ok: false, failure: "not_allowed", reply };
  if (status === 429 || status === 503) return { ok: false, failure: "unreachable", reply };
  if (status >= 500) return { ok: false, failure: method === "GET" ? "unreachable" : "unconfirmed", reply };
  if (status >= 400) return { ok: false, failure: "refused", reply };
  if (status < 200 || status >= 300) return { ok: false, failure: "bad_reply", reply };
  if (text.trim() === "") return { ok: true, result: {}, reply };
  try {
    return { ok: true, result: JSON.parse(text) as unknown, reply };
  } catch {
    return { ok: false, failure: "bad_reply", reply };
  }
}

/** What a call without a whole answer means: for a change that may have arrived, nobody knows. */
function failureOf(error: OutboundError, method: string): ActionOutcome {
  if (error.code === "address_blocked") return { ok: false, failure: "address_blocked" };
  if (error.code === "too_large") return { ok: false, failure: method === "GET" ? "bad_reply" : "unconfirmed" };
  return { ok: false, failure: error.sent && method !== "GET" ? "unconfirmed" : "unreachable" };
}

/**
 * Calls an `http` action. A second try follows what may pass (no connection, no answer, 429, 502–504), with the same
 * `Idempotency-Key`, so that a change is made once; both together take at most ten seconds. A call that lacks a secret is
 * refused and not sent. Never throws for what the other side does.
 */
export async function callAction(input: {
  call: HttpCall;
  parameters: readonly ActionParameter[];
  values: Readonly<Record<string, string>>;
  idempotencyKey: string;
  allowedHosts: readonly string[];
}): Promise<ActionOutcome> {
  const { call, idempotencyKey, allowedHosts } = input;
  let last: ActionOutcome = { ok: false, failure: "unreachable" };
  try {
    await requireSecrets(call);
    const filled = fillCall(call, input.parameters, input.values);
    const headers = await headersOf(call, idempotencyKey, filled.body !== undefined);
    const ends = performance.now() + CALL_LIMIT_MS;
    for (const attempt of [1, 2]) {
      const left = Math.floor(ends - performance.now());
      if (left < 500) break;
      const withinMs = attempt === 1 ? Math.min(FIRST_TRY_MS, left) : left;
      const tried = await requestPublic({
        ...filled,
        headers,
        withinMs,
        maximumBytes: MAXIMUM_BYTES,
        allowedHosts,
      }).then(
        (reply) => ({ outcome: outcomeOf(reply, call.method), passing: PASSING.has(reply.status) }),
        (error: unknown) => {
          if (!(error instanceof OutboundError)) throw error;
          return { outcome: failureOf(error, call.method), passing: ["unreachable", "timed_out"].includes(error.code) };
        },
      );
      last = tried.outcome;
      if (!tried.passing) return last;
    }
    return last;
  } catch (error) {
    if (error instanceof ServiceError) return { ok: false, failure: "refused", reply: error.code };
    throw error;
  }
}
