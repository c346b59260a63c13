import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { actionRuns, actionTurns } from "@/db/schema";
import { type ActionFailure, type ActionTurn, OPEN_RUN_STATES } from "@/lib/contracts/actions";
import { decryptField, encryptField, newToken } from "@/lib/crypto";
import type { ServiceContext } from "@/server/context";
import { settleTaken } from "@/server/conversations/questions";
import { emitEvent } from "@/server/events/emit-event";
import type { LoadedAction } from "./load-actions";
import type { RunProgress } from "./run-state";
import { mayMove } from "./transitions";

export type RunRow = typeof actionRuns.$inferSelect;
type Given = Pick<RunProgress, "values" | "address" | "proposed" | "question">;

const GIVEN = "action_runs.given";
const RESULT = "action_runs.result";
const ENDS: readonly string[] = ["done", "failed", "cancelled"];

/** How long a call may take before another reader takes it up: its own limit, and the writing after it. */
const RUNNING_SECONDS = 15;

/** The conversation's open run, locked; `busy` while its call may still end by itself. */
export async function lockOpenRun(
  tx: Transaction,
  conversationId: string,
): Promise<{ row: RunRow; busy: boolean } | null> {
  const [found] = await tx
    .select({
      row: actionRuns,
      busy: sql<boolean>`${actionRuns.state} = 'running' and coalesce(${actionRuns.runningUntil} > now(), false)`,
    })
    .from(actionRuns)
    .where(and(eq(actionRuns.conversationId, conversationId), inArray(actionRuns.state, [...OPEN_RUN_STATES])))
    .for("update");
  return found ?? null;
}

/** How far a stored run is. */
export async function progressOf(row: RunRow): Promise<RunProgress> {
  const given = JSON.parse(await decryptField(row.givenEncrypted, GIVEN)) as Given;
  const { state, slot, asked, failures, proven } = row;
  return { state, slot, asked, failures, proven, ...given };
}

async function columnsOf(run: RunProgress) {
  const { values, address, proposed, question, ...columns } = run;
  const given: Given = { values, address, proposed, question };
  return { ...columns, givenEncrypted: await encryptField(JSON.stringify(given), GIVEN) };
}

/** Stores a run that begins. A conversation's second open one is refused by the database. */
export async function insertRun(
  tx: Transaction,
  ctx: ServiceContext,
  input: { conversationId: string; action: Pick<LoadedAction, "key" | "version">; run: RunProgress },
): Promise<RunRow> {
  const [row] = await tx
    .insert(actionRuns)
    .values({
      ...(await columnsOf(input.run)),
      conversationId: input.conversationId,
      actionKey: input.action.key,
      actionVersion: input.action.version,
      idempotencyKey: newToken(),
      createdAt: ctx.now,
    })
    .returning();
  if (!row) throw new Error("Run not stored");
  return row;
}

/** Moves a run on. @throws Error for a move its table does not have. */
export async function saveRun(
  tx: Transaction,
  ctx: ServiceContext,
  row: RunRow,
  run: RunProgress,
  end: { failure?: ActionFailure | "cancelled" | "set_aside" | "not_understood"; result?: unknown } = {},
): Promise<void> {
  if (!mayMove(row.state, run.state)) throw new Error(`Run ${row.id}: ${row.state} → ${run.state}`);
  const ended = ENDS.includes(run.state);
  await tx
    .update(actionRuns)
    .set({
      ...(await columnsOf(run)),
      ...(run.state === "running" && {
        calls: row.calls + 1,
        runningUntil: sql`now() + make_interval(secs => ${RUNNING_SECONDS})`,
      }),
      ...(ended && {
        endedAt: ctx.now,
        failure: end.failure ?? null,
        resultEncrypted: end.result === undefined ? null : await encryptField(JSON.stringify(end.result), RESULT),
      }),
    })
    .where(eq(actionRuns.id, row.id));
  if (!ended) return;
  const settled = run.state === "done" ? "answered" : end.failure === "cancelled" ? "dropped" : null;
  if (settled && run.question) await settleTaken(tx, run.question, settled);
  const data = { runId: row.id, key: row.actionKey, state: run.state, failure: end.failure ?? null };
  await emitEvent(tx, ctx, { name: "action.ended", entityId: row.conversationId, data });
}

/** What a run said in an answer; undefined when it has not spoken in it. */
export async function storedTurn(tx: Transaction, answerId: string): Promise<ActionTurn | null | undefined> {
  const [row] = await tx.select({ turn: actionTurns.turn }).from(actionTurns).where(eq(actionTurns.answerId, answerId));
  return row?.turn === undefined ? undefined : row.turn;
}

/** Stores what is said in an answer, in the place of what was before. */
export async function storeTurn(
  tx: Transaction,
  ctx: ServiceContext,
  input: { answerId: string; runId: string; turn: ActionTurn | null },
): Promise<void> {
  const { runId, turn } = input;
  await tx
    .insert(actionTurns)
    .values({ ...input, createdAt: ctx.now })
    .onConflictDoUpdate({ target: actionTurns.answerId, set: { runId, turn } });
}
