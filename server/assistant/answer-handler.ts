import { sql } from "drizzle-orm";
import { after } from "next/server";
import { hashToken } from "@/lib/crypto";
import { isId, newId } from "@/lib/ids";
import { callInternal } from "@/server/auth/call-internal";
import { clientAddressOf } from "@/server/auth/client-address";
import { conflict, notFound, unauthorized } from "@/server/errors";
import { addressed, siteFor } from "@/server/rest/addressed";
import { customerToken } from "@/server/rest/customer-token";
import { edgeProblem } from "@/server/rest/edge-problem";
import { limitCalls } from "@/server/rest/rate-limit";
import { keepSettings, lastSettings } from "@/server/settings/get-settings";
import { type SqlExecutor, selectRows } from "@/server/sql";
import { AnswerLog } from "./answer-log";
import { type AnswerClaim, claimAnswer } from "./claim-answer";
import { followAnswer } from "./replay-answer";
import { eventStreamResponse } from "./sse";
import { abandonAnswer, type Writing } from "./store-answer";
import { writeAnswer } from "./write-answer";

async function sessionExists(db: SqlExecutor, tokenHash: string): Promise<boolean> {
  const found = await selectRows(
    db,
    sql`select 1 from customer_sessions where token_hash = ${tokenHash} and expires_at > now()`,
  );
  return found.length === 1;
}

/** Publishes an event that the edge stored; if that fails the sweep does it within seconds. */
async function publishStored(eventId: number): Promise<void> {
  await callInternal("/api/internal/events/publish", { eventId }).catch(() => undefined);
}

/** Starts the writer and keeps the platform alive until it ends, whether or not anybody still reads. */
function startWriting(db: SqlExecutor, claim: AnswerClaim, writing: Writing): AnswerLog {
  const log = new AnswerLog();
  const running = writeAnswer(db, claim, writing, log, (eventId) => keepAlive(publishStored(eventId)))
    .catch(async () => {
      await abandonAnswer(db, writing).catch(() => undefined);
      log.push({ event: "error", data: { code: "internal" } });
    })
    .finally(() => log.close());
  keepAlive(running);
  return log;
}

function keepAlive(work: Promise<unknown>): void {
  try {
    after(work);
  } catch {
    // Outside a request (tests) the process itself carries it.
  }
}

async function claimFor(
  db: SqlExecutor,
  request: Request,
  conversationId: string,
  writer: string,
): Promise<AnswerClaim> {
  const token = customerToken(request);
  if (!token) throw unauthorized("invalid_token");
  const tokenHash = await hashToken(token);
  await limitCalls(lastSettings("limits"), { token: tokenHash, address: null });
  const known = isId(conversationId);
  const claim = known && (await claimAnswer(db, { conversationId, tokenHash, writer }));
  if (claim) {
    keepSettings("limits", claim.settings.limits);
    return claim;
  }
  throw (await sessionExists(db, tokenHash)) ? notFound("conversation_not_found") : unauthorized("invalid_token");
}

/** Whether the conversation is in the queue by the answer to its newest question, which may then be heard again. */
function waitsFor({ status, existing }: AnswerClaim): boolean {
  return status === "queued" && existing?.state === "handed_over";
}

/**
 * `POST /api/v1/conversations/{id}/answer`: streams the answer to the newest question as server-sent events. The first
 * caller starts it; others follow or get the replay. Runtime-neutral: the edge route is a thin cover over it. Calls are
 * limited in memory alone: a message is answered once whoever asks how often, and messages are limited in the database.
 */
export async function handleAnswer(db: SqlExecutor, request: Request, conversationId: string): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? newId("request");
  let locale: string | undefined;
  try {
    await limitCalls(lastSettings("limits"), { address: clientAddressOf(request.headers) });
    const writer = newId("request");
    const claim = await claimFor(db, request, conversationId, writer);
    locale = claim.locale;
    const site = siteFor(request, locale);
    const streamed = (events: ReturnType<AnswerLog["read"]>) =>
      eventStreamResponse(site ? addressed(events, site) : events, requestId);
    if (claim.claimedId) {
      const writing = { answerId: claim.claimedId, conversationId, writer, requestId };
      return streamed(startWriting(db, claim, writing).read());
    }
    if (claim.status !== "assistant" && !waitsFor(claim)) {
      throw conflict("assistant_inactive", { status: claim.status });
    }
    const existing = claim.existing ?? (await claimFor(db, request, conversationId, writer)).existing;
    if (!existing) throw conflict("nothing_to_answer");
    return streamed(followAnswer(db, existing));
  } catch (error) {
    return edgeProblem(error, request, requestId, locale);
  }
}
