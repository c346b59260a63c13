import { db } from "@/db/client";
import { newId } from "@/lib/ids";
import type { ServiceContext } from "@/server/context";
import { authorizeChannel } from "@/server/conversations/authorize-channel";
import { loadCustomerActor } from "@/server/customers/load-customer-actor";
import { ServiceError, unauthorized } from "@/server/errors";
import { contextFor, sessionContext } from "@/server/request-context";
import { bearerToken, customerToken, refuseCrossOrigin } from "@/server/rest/customer-token";
import { errorWords } from "@/server/rest/error-words";
import { limitBody } from "@/server/rest/limit-body";
import { problemResponse } from "@/server/rest/problem";
import { json } from "@/server/rest/route";
import { authorizeTicketChannel } from "@/server/tickets/ticket-channel";

const BODY_LIMIT = 4 * 1024;
const FORM = "application/x-www-form-urlencoded";

async function readJoin(request: Request): Promise<{ socketId: string; channel: string }> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== FORM) throw new ServiceError("unsupported", "unsupported_content_type");
  const form = new URLSearchParams(await (await limitBody(request, BODY_LIMIT)).text());
  return { socketId: form.get("socket_id") ?? "", channel: form.get("channel_name") ?? "" };
}

/** The token of a progress link, whose page has no other credentials. */
function ticketToken(request: Request): string | null {
  return /^Ticket\s+(\S{1,512})$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
}

/** Everybody this request can speak for: one browser may hold a staff session and a customer's cookie at once. */
async function speakers(request: Request, requestId: string): Promise<ServiceContext[]> {
  const staff = bearerToken(request) ? null : await sessionContext(request.headers);
  const token = customerToken(request);
  const customer = token ? await loadCustomerActor(db(), token, new Date()) : null;
  const contexts = [staff, customer && contextFor(customer, requestId)];
  return contexts.filter((ctx) => ctx !== null && ctx.actor.kind !== "anonymous").filter((ctx) => ctx !== null);
}

/** Answers pusher-js, which asks before it joins a private or presence channel. */
export async function POST(request: Request): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? newId("request");
  try {
    if (!bearerToken(request)) refuseCrossOrigin(request);
    const input = await readJoin(request);
    const ticket = ticketToken(request);
    if (ticket)
      return json(200, await authorizeTicketChannel({ ctx: { db: db() }, input: { ...input, token: ticket } }));
    let refusal: unknown = unauthorized();
    for (const ctx of await speakers(request, requestId)) {
      try {
        return json(200, await authorizeChannel({ ctx, input }));
      } catch (error) {
        refusal = error;
      }
    }
    throw refusal;
  } catch (error) {
    return problemResponse(error, errorWords(request), requestId);
  }
}
