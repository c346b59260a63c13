import { and, eq, gt, inArray, isNull, or, type SQL } from "drizzle-orm";
import { articles, articleVersions } from "@/db/schema";
import { AUDIENCES, type Audience } from "@/lib/contracts/knowledge";
import { roleMay } from "@/lib/contracts/permissions";
import type { Locale } from "@/lib/i18n";
import type { Actor, StaffActor } from "@/server/context";
import { isFamilyFace } from "./variants/face";

/** Whose articles an actor may find and read: staff also those for staff alone. */
export function audiencesOf(actor: Actor): readonly Audience[] {
  const inside = actor.kind === "system" || (actor.kind === "staff" && roleMay(actor.role, "knowledge:read"));
  return inside ? AUDIENCES : ["public"];
}

/** True of a version that is out and not expired at an instant, whether or not the sweep has been there yet. */
function inForce(now: Date): SQL | undefined {
  return and(
    eq(articleVersions.state, "published"),
    or(isNull(articleVersions.expireAt), gt(articleVersions.expireAt, now)),
  );
}

/** What public lists of a language show: what the actor may read, a family once. */
export function listedFor(actor: Actor, now: Date, locale: Locale): SQL | undefined {
  return and(eq(articleVersions.locale, locale), readableBy(actor, now), isFamilyFace(locale, audiencesOf(actor), now));
}

/** What guards every public read: in force, and of an audience the actor belongs to. */
export function readableBy(actor: Actor, now: Date): SQL | undefined {
  return and(inForce(now), inArray(articles.audience, audiencesOf(actor)));
}

/** Which versions a member of staff sees: who may write knowledge all of them, everybody else what is published. */
export function versionsFor(actor: StaffActor): SQL | undefined {
  return roleMay(actor.role, "knowledge:write") ? undefined : eq(articleVersions.state, "published");
}
