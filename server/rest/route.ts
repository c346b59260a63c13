import { db } from "@/db/client";
import { isId, newId } from "@/lib/ids";
import { DATA_POLICY, securityHeaders } from "@/lib/security-headers";
import { clientAddressOf } from "@/server/auth/client-address";
import { type Actor, actorId, type CustomerActor, type ServiceContext, type StaffActor } from "@/server/context";
import { ServiceError, unauthorized } from "@/server/errors";
import { log } from "@/server/log";
import { contextFor, sessionContext } from "@/server/request-context";
import { noteSeen } from "@/server/routing/set-presence";
import { getSettings } from "@/server/settings/get-settings";
import { API_KEY_PREFIX } from "@/server/team/api-keys";
import { authenticateCustomer, authenticateStaff } from "./authenticate";
import { bearerToken, refuseCrossOrigin } from "./customer-token";
import { errorWords } from "./error-words";
import { problemResponse } from "./problem";
import { type LimitKind, limitCalls, limitRate } from "./rate-limit";
import { isUpload } from "./read-file";

type Params = Record<string, string>;
type RouteArguments = { params: Promise<Params> };
type Handler<Who extends Actor> = (call: {
  ctx: ServiceContext<Who>;
  request: Request;
  params: Params;
}) => Promise<Response>;

/** What a route counts against besides the calls themselves: `calls` = nothing, for reads. */
type RouteLimit = LimitKind | "calls";

/** What the proxy sets on every response, for those it does not see; what the route has set stays. */
function withSecurity(response: Response, requestId: string): Response {
  const policy = { "content-security-policy": DATA_POLICY, "x-request-id": requestId };
  for (const [name, value] of Object.entries({ ...securityHeaders(), ...policy }))
    if (!response.headers.has(name)) response.headers.set(name, value);
  return response;
}

function routeFor<Who extends Actor>(
  limit: RouteLimit,
  establish: (request: Request) => Promise<Who>,
  handler: Handler<Who>,
) {
  return async (request: Request, { params }: RouteArguments): Promise<Response> => {
    // A file passes by the proxy: what names such a request is the client's own claim.
    const passesBy = limit === "files" && isUpload(request);
    const requestId = (passesBy ? null : request.headers.get("x-request-id")) ?? newId("request");
    const secured = (response: Response) => (passesBy ? withSecurity(response, requestId) : response);
    let actor: Actor = { kind: "anonymous" };
    try {
      const address = clientAddressOf(request.headers);
      await limitCalls(await getSettings(db(), "limits"), { address });
      const established = await establish(request);
      actor = established;
      const caller = { token: actorId(actor), address };
      if (caller.token) await limitCalls(await getSettings(db(), "limits"), caller);
      if (limit !== "calls") await limitRate(db(), limit, caller);
      const response = await handler({ ctx: contextFor(established, requestId), request, params: await params });
      return secured(response);
    } catch (error) {
      const response = problemResponse(
        error,
        errorWords(request, "locale" in actor ? actor.locale : undefined),
        requestId,
      );
      if (response.status >= 500) log.error({ requestId, err: error }, "request failed");
      return secured(response);
    }
  };
}

/** A route anybody may call. */
export const publicRoute = (limit: RouteLimit, handler: Handler<{ kind: "anonymous" }>) =>
  routeFor(limit, async () => ({ kind: "anonymous" }), handler);

/** A route for a customer's token, or the cookie of a same-origin page. */
export const customerRoute = (limit: RouteLimit, handler: Handler<CustomerActor>) =>
  routeFor(limit, (request) => authenticateCustomer(request, new Date()), handler);

/** A route for a person's API key. */
export const staffRoute = (limit: RouteLimit, handler: Handler<StaffActor>) =>
  routeFor(
    limit,
    async (request) => {
      const staff = await authenticateStaff(request);
      await noteSeen(db(), staff.staffId, new Date());
      return staff;
    },
    handler,
  );

async function sessionActor(request: Request): Promise<Actor> {
  return (await sessionContext(request.headers)).actor;
}

/** A route for people signed in to the console; other sites may not use their cookie. */
export const sessionRoute = (limit: RouteLimit, handler: Handler<StaffActor>) =>
  routeFor(
    limit,
    async (request) => {
      refuseCrossOrigin(request);
      const actor = await sessionActor(request);
      if (actor.kind !== "staff") throw unauthorized();
      return actor;
    },
    handler,
  );

/** A route for whoever may read the thing: signed-in staff, a customer's token or cookie, a person's API key. */
export const readerRoute = (handler: Handler<Actor>) =>
  routeFor(
    "calls",
    async (request) => {
      if (bearerToken(request)?.startsWith(API_KEY_PREFIX)) return authenticateStaff(request);
      const staff = bearerToken(request) ? null : await sessionActor(request);
      return staff?.kind === "staff" ? staff : authenticateCustomer(request, new Date());
    },
    handler,
  );

/** A JSON reply that no cache keeps. */
export function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** An id from the path. @throws ServiceError not_found for anything that cannot be one. */
export function idParam(params: Params, name: string): string {
  const value = params[name] ?? "";
  if (!isId(value)) throw new ServiceError("not_found", "not_found");
  return value;
}
