import type { Transaction } from "@/db/client";
import { events, outbox } from "@/db/schema";
import { actorId, type ServiceContext } from "@/server/context";
import type { EventName, StoredEvent } from "./event";

const emitted = new WeakMap<object, StoredEvent[]>();

/** The events a transaction has emitted so far, in order. */
export function emittedIn(tx: object): StoredEvent[] {
  return emitted.get(tx) ?? [];
}

/**
 * Records what happened, in the transaction of the change, together with its outbox row. It is published after commit.
 * @param data ids and changed fields only, under 8 KB: the realtime limit is 10 KB.
 */
export async function emitEvent(
  tx: Transaction,
  ctx: ServiceContext,
  event: { name: EventName; entityId: string; data?: Record<string, unknown> },
): Promise<void> {
  const [row] = await tx
    .insert(events)
    .values({
      name: event.name,
      entityId: event.entityId,
      actorType: ctx.actor.kind,
      actorId: actorId(ctx.actor),
      requestId: ctx.requestId,
      data: event.data ?? {},
      at: ctx.now,
    })
    .returning();
  if (!row) throw new Error("Event not stored");
  await tx.insert(outbox).values({ eventId: row.id });
  emitted.set(tx, [...emittedIn(tx), { ...row, name: event.name }]);
}
