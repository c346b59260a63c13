import { db } from "@/db/client";
import { loadStaffByApiKey } from "@/server/auth/load-staff-actor";
import type { CustomerActor, StaffActor } from "@/server/context";
import { loadCustomerActor } from "@/server/customers/load-customer-actor";
import { unauthorized } from "@/server/errors";
import { bearerToken, customerToken } from "./customer-token";

/** @throws ServiceError unauthorized `invalid_token`. */
export async function authenticateCustomer(request: Request, now: Date): Promise<CustomerActor> {
  const token = customerToken(request);
  const actor = token && (await loadCustomerActor(db(), token, now));
  if (!actor) throw unauthorized("invalid_token");
  return actor;
}

/** @throws ServiceError unauthorized `invalid_token`. */
export async function authenticateStaff(request: Request): Promise<StaffActor> {
  const token = bearerToken(request);
  const actor = token && (await loadStaffByApiKey(db(), token));
  if (!actor) throw unauthorized("invalid_token");
  return actor;
}
