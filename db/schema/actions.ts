import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import {
  ACTION_KINDS,
  type ActionOutline,
  type ActionTurn,
  type HttpCall,
  type Localised,
  RUN_STATES,
} from "@/lib/contracts/actions";
import { createdAt, id, instant, updatedAt } from "../columns";
import { answers } from "./assistant";
import { conversations } from "./conversations";
import { customers } from "./customers";

export const actionKind = pgEnum("action_kind", ACTION_KINDS);
export const actionRunState = pgEnum("action_run_state", RUN_STATES);

/** What the assistant may do. A built-in action has a row only once somebody changed it. */
export const actions = pgTable(
  "actions",
  {
    id: id("action"),
    key: text("key").notNull(),
    kind: actionKind("kind").notNull(),
    names: jsonb("names").$type<Localised>().notNull(),
    phrasings: jsonb("phrasings").$type<ActionOutline["phrasings"]>().notNull(),
    parameters: jsonb("parameters").$type<ActionOutline["parameters"]>().notNull(),
    confirm: boolean("confirm").notNull(),
    identity: boolean("identity").notNull(),
    results: jsonb("results").$type<Localised>().notNull(),
    enabled: boolean("enabled").notNull(),
    /** The call of an `http` action; values of sealed headers are encrypted. */
    http: jsonb("http").$type<HttpCall>(),
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex("actions_key_key").on(table.key)],
);

/**
 * One use of an action in a conversation, at most one open at a time. `state` moves only by
 * server/assistant/actions/transitions.ts. What the customer gave is sealed as a whole.
 */
export const actionRuns = pgTable(
  "action_runs",
  {
    id: id("actionRun"),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    actionKey: text("action_key").notNull(),
    actionVersion: integer("action_version").notNull(),
    state: actionRunState("state").notNull(),
    /** What is being asked for. */
    slot: text("slot"),
    /** What was asked for already. */
    asked: jsonb("asked").$type<string[]>().notNull().default([]),
    /** Answers in a row that did not fit. */
    failures: integer("failures").notNull().default(0),
    /** Parameters whose address was proved. */
    proven: jsonb("proven").$type<string[]>().notNull().default([]),
    /** Values and address, as JSON, encrypted. */
    givenEncrypted: text("given_encrypted").notNull(),
    /** What the other system gets, so that a second call does nothing twice. */
    idempotencyKey: text("idempotency_key").notNull(),
    calls: integer("calls").notNull().default(0),
    /** Until when the present call may still end by itself. */
    runningUntil: instant("running_until"),
    failure: text("failure"),
    /** What came back, as JSON, encrypted. */
    resultEncrypted: text("result_encrypted"),
    endedAt: instant("ended_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("action_runs_open_key")
      .on(table.conversationId)
      .where(sql`${table.state} in ('collecting', 'verifying', 'confirming', 'running')`),
    uniqueIndex("action_runs_idempotency_key").on(table.idempotencyKey),
    index("action_runs_conversation_idx").on(table.conversationId, table.createdAt),
    index("action_runs_action_idx").on(table.actionKey, table.createdAt),
  ],
);

/** What a run said in one answer: the same answer asked for again gets the same turn and moves nothing. */
export const actionTurns = pgTable(
  "action_turns",
  {
    answerId: text("answer_id")
      .primaryKey()
      .references(() => answers.id, { onDelete: "cascade" }),
    runId: text("run_id")
      .notNull()
      .references(() => actionRuns.id, { onDelete: "cascade" }),
    /** Null: the run was left, and the pipeline answers by itself. */
    turn: jsonb("turn").$type<ActionTurn>(),
    createdAt: createdAt(),
  },
  (table) => [index("action_turns_run_idx").on(table.runId)],
);

/**
 * A one-time code: good for one address in one conversation, ten minutes, three tries. `customer_id` is whose record it
 * opens. For an address on no record there is a row, but no mail went out and no code fits.
 */
export const identityCodes = pgTable(
  "identity_codes",
  {
    id: id("identityCode"),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: ["identity", "proof"] }).notNull(),
    addressHash: text("address_hash").notNull(),
    addressEncrypted: text("address_encrypted").notNull(),
    customerId: text("customer_id").references(() => customers.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    tries: integer("tries").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (table) => [
    index("identity_codes_conversation_idx").on(table.conversationId, table.createdAt),
    index("identity_codes_expires_idx").on(table.expiresAt),
  ],
);
