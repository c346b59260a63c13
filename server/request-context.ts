import "./listeners";
import { db } from "@/db/client";
import { newId } from "@/lib/ids";
import { auth } from "./auth/auth";
import { loadStaffBySession } from "./auth/load-staff-actor";
import type { Actor, ServiceContext } from "./context";

/** A context for work that no request asked for: jobs, scripts, sweeps. */
export function systemContext(now = new Date()): ServiceContext<{ kind: "system" }> {
  return { actor: { kind: "system" }, db: db(), now, requestId: newId("request") };
}

/** A context for an actor that a route has established. */
export function contextFor<Who extends Actor>(actor: Who, requestId: string | null): ServiceContext<Who> {
  return { actor, db: db(), now: new Date(), requestId: requestId ?? newId("request") };
}

/** The context of a console request: the signed-in staff, or anonymous. */
export async function sessionContext(requestHeaders: Headers): Promise<ServiceContext> {
  const session = await auth();
  const actor = session?.staff ? await loadStaffBySession(db(), session.staff) : null;
  return contextFor(actor ?? { kind: "anonymous" }, requestHeaders.get("x-request-id"));
}
