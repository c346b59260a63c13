import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { apiKeys, staff } from "@/db/schema";
import { hashToken } from "@/lib/crypto";
import type { StaffActor } from "@/server/context";
import type { StaffClaims } from "./config";

const columns = { staffId: staff.id, role: staff.role, name: staff.name, locale: staff.locale };

/** The staff behind a session, unless disabled or signed out everywhere since. */
export async function loadStaffBySession(db: Database, claims: StaffClaims): Promise<StaffActor | null> {
  const [row] = await db
    .select(columns)
    .from(staff)
    .where(
      and(eq(staff.id, claims.staffId), eq(staff.sessionVersion, claims.sessionVersion), isNull(staff.disabledAt)),
    );
  return row ? { kind: "staff", via: "session", ...row } : null;
}

/** The staff behind an API key, unless the key is revoked or the person disabled. */
export async function loadStaffByApiKey(db: Database, key: string): Promise<StaffActor | null> {
  const [row] = await db
    .select(columns)
    .from(apiKeys)
    .innerJoin(staff, eq(staff.id, apiKeys.staffId))
    .where(and(eq(apiKeys.keyHash, await hashToken(key)), isNull(apiKeys.revokedAt), isNull(staff.disabledAt)));
  return row ? { kind: "staff", via: "apiKey", ...row } : null;
}
