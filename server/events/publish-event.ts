import { eq, lt } from "drizzle-orm";
import { events, outbox } from "@/db/schema";
import { asSystem, type ServiceContext } from "@/server/context";
import { log } from "@/server/log";
import { EVENT_NAMES, type StoredEvent } from "./event";
import { listenersOf } from "./listeners";

/** Runs an event's listeners, then takes it out of the outbox. A listener that fails leaves it for the sweep. */
export async function publishEvent(ctx: ServiceContext, event: StoredEvent): Promise<void> {
  const listeners = listenersOf(event.name);
  if (!listeners) return;
  const system = asSystem(ctx);
  const outcomes = await Promise.allSettled(listeners.map((listener) => listener(system, event)));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) {
    log.error({ event: event.name, eventId: event.id, err: failed.reason }, "listener failed");
    return;
  }
  await ctx.db.delete(outbox).where(eq(outbox.eventId, event.id));
}

async function publishRow(ctx: ServiceContext, event: typeof events.$inferSelect): Promise<void> {
  const name = EVENT_NAMES.find((known) => known === event.name);
  if (name) await publishEvent(ctx, { ...event, name });
  else await ctx.db.delete(outbox).where(eq(outbox.eventId, event.id));
}

/** Publishes one event that another process stored; nothing happens when it is published already. */
export async function publishStoredEvent(ctx: ServiceContext, eventId: number): Promise<void> {
  const [row] = await ctx.db
    .select({ event: events })
    .from(outbox)
    .innerJoin(events, eq(events.id, outbox.eventId))
    .where(eq(outbox.eventId, eventId));
  if (row) await publishRow(ctx, row.event);
}

const SWEEP_AFTER_MS = 5_000;
const SWEEP_LIMIT = 200;

/** Publishes what a crash left in the outbox. Returns how many events it took up. */
export async function sweepOutbox(ctx: ServiceContext): Promise<number> {
  const rows = await ctx.db
    .select({ event: events })
    .from(outbox)
    .innerJoin(events, eq(events.id, outbox.eventId))
    .where(lt(outbox.createdAt, new Date(ctx.now.getTime() - SWEEP_AFTER_MS)))
    .orderBy(outbox.eventId)
    .limit(SWEEP_LIMIT);
  for (const { event } of rows) await publishRow(ctx, event);
  return rows.length;
}
