import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { ServiceContext, StaffActor } from "./context";
import { sessionContext } from "./request-context";

/**
 * The context of a staff page, once a request. Anonymous visitors are sent to sign in and come back to `path`.
 * For pages and layouts only: procedures and routes answer 401 instead.
 */
export const staffSession = cache(async (path?: string): Promise<ServiceContext<StaffActor>> => {
  const ctx = await sessionContext(await headers());
  const { actor } = ctx;
  if (actor.kind !== "staff") redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
  return { ...ctx, actor };
});
