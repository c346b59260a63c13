import type { Permission } from "@/lib/contracts/permissions";
import type { StaffRole } from "@/lib/contracts/team";
import type { ServiceContext, StaffActor } from "@/server/context";
import type { Cast } from "../../support/routes/cast";

export type Caller = ServiceContext<StaffActor>;

/** How a permitted call ends: `ok`, or the stable code of a refusal that is not about the role. */
export type Outcome = "ok" | (string & {});

/** Builds a call's input, with fresh objects, for the person who calls. */
export type Input = (cast: Cast, me: Caller) => unknown;

/**
 * One row of the access matrix. Roles not named in `may` are refused whatever the object; nobody signed in, customers,
 * dead sessions and API keys always are.
 */
export type ProcedureEntry = {
  permission: Permission;
  may: readonly StaffRole[];
  /** On an object the caller may act on. */
  input?: Input;
  outcome?: Outcome;
  /** The call is so much work that the first role that may stands for the others; all refusals are tried. */
  heavy?: true;
  /** On an object that is somebody else's. */
  foreign?: { input: Input; outcome: Outcome | Partial<Record<StaffRole, Outcome>> };
  /** On the same input with ids nobody ever made; by default `not_found`, told by the HTTP status. */
  unknown?: Outcome;
};

export const SERVICE = ["agent", "manager", "admin"] as const;
export const EVERYBODY = ["agent", "manager", "admin", "editor"] as const;
export const WRITERS = ["manager", "admin", "editor"] as const;
export const MANAGERS = ["manager", "admin"] as const;
export const ADMINS = ["admin"] as const;

type Rest = Omit<ProcedureEntry, "permission" | "may">;

/** A row maker for procedures that share a permission. */
export const rows =
  (permission: Permission, may: readonly StaffRole[]) =>
  (input?: Input, rest: Rest = {}): ProcedureEntry => ({ permission, may, input, ...rest });
