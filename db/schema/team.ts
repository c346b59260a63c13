import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { STAFF_ROLES, type StaffPreferences } from "@/lib/contracts/team";
import { createdAt, id, instant, updatedAt } from "../columns";

export const staffRole = pgEnum("staff_role", STAFF_ROLES);

/** Departments, for reporting and tickets. */
export const teams = pgTable("teams", { id: id("team"), name: text("name").notNull(), createdAt: createdAt() });

/**
 * People who work here. `session_version` moves when someone is disabled or gets a new password: every signed-in
 * request compares it in the query that loads its rows.
 */
export const staff = pgTable(
  "staff",
  {
    id: id("staff"),
    name: text("name").notNull(),
    publicName: text("public_name").notNull(),
    emailEncrypted: text("email_encrypted").notNull(),
    emailHash: text("email_hash").notNull(),
    passwordHash: text("password_hash"),
    role: staffRole("role").notNull(),
    teamId: text("team_id").references(() => teams.id, { onDelete: "set null" }),
    /** Of mails to them. */
    locale: text("locale").notNull().default("zh"),
    /** What the person chose for their screens; browsers keep a copy. */
    preferences: jsonb("preferences").$type<StaffPreferences>().notNull().default({}),
    sessionVersion: integer("session_version").notNull().default(1),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("staff_email_hash_key").on(table.emailHash)],
);

/** Single-use links: invitations and password resets. Only the token's hash is stored. */
export const staffTokens = pgTable(
  "staff_tokens",
  {
    id: id("token"),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: ["invitation", "reset"] }).notNull(),
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("staff_tokens_hash_key").on(table.tokenHash),
    index("staff_tokens_staff_idx").on(table.staffId),
  ],
);

/** A person's key for the REST API, stored as a hash; it acts with that person's rights. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: id("apiKey"),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    keyHash: text("key_hash").notNull(),
    revokedAt: instant("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("api_keys_hash_key").on(table.keyHash),
    index("api_keys_staff_idx").on(table.staffId).where(sql`${table.revokedAt} is null`),
  ],
);

/**
 * Failed sign-ins by account and by address, whether or not the account exists. `subject` is a keyed hash; old rows
 * are swept.
 */
export const signInFailures = pgTable(
  "sign_in_failures",
  {
    subject: text("subject").primaryKey(),
    failures: integer("failures").notNull().default(0),
    failedAt: instant("failed_at").notNull(),
    lockedUntil: instant("locked_until"),
  },
  (table) => [index("sign_in_failures_failed_idx").on(table.failedAt)],
);
