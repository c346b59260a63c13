import type { Database } from "@/db/client";
import { type Permission, roleMay } from "@/lib/contracts/permissions";
import type { StaffRole } from "@/lib/contracts/team";
import { forbidden, unauthorized } from "./errors";

/** Who acts. Staff act in person or through their API key; `assistant` and `system` act only inside the server. */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "customer"; customerId: string; name?: string | null; locale?: string }
  | { kind: "staff"; staffId: string; role: StaffRole; name: string; locale: string; via: "session" | "apiKey" }
  | { kind: "assistant" }
  | { kind: "system" };

export type StaffActor = Extract<Actor, { kind: "staff" }>;
export type CustomerActor = Extract<Actor, { kind: "customer" }>;

/** What every verb receives. `now` is the instant of the request; verbs never read the clock. */
export type ServiceContext<Who extends Actor = Actor> = {
  actor: Who;
  db: Database;
  now: Date;
  requestId: string;
};

/** The id under which an actor appears in events and limits; null for those without one. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === "staff") return actor.staffId;
  return actor.kind === "customer" ? actor.customerId : null;
}

/**
 * Narrows the context to staff who hold a permission.
 * @throws ServiceError unauthorized when nobody is signed in, forbidden otherwise.
 */
export function requirePermission(ctx: ServiceContext, permission: Permission): ServiceContext<StaffActor> {
  const { actor } = ctx;
  if (actor.kind === "anonymous") throw unauthorized();
  if (actor.kind !== "staff" || !roleMay(actor.role, permission)) throw forbidden();
  return { ...ctx, actor };
}

/** Narrows the context to a customer. @throws ServiceError unauthorized. */
export function requireCustomer(ctx: ServiceContext): ServiceContext<CustomerActor> {
  const { actor } = ctx;
  if (actor.kind !== "customer") throw unauthorized();
  return { ...ctx, actor };
}

/** The same request, acted by the system itself: for listeners and jobs. */
export function asSystem(ctx: ServiceContext): ServiceContext<{ kind: "system" }> {
  return { ...ctx, actor: { kind: "system" } };
}
