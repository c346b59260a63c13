import { sql } from "drizzle-orm";
import { newId } from "@/lib/ids";
import type { ServiceContext } from "@/server/context";
import { log } from "@/server/log";
import { selectRows } from "@/server/sql";
import { AnswerLog } from "./answer-log";
import { claimAnswer } from "./claim-answer";
import { abandonAnswer } from "./store-answer";
import { writeAnswer } from "./write-answer";

const BATCH = 20;

/**
 * Sweep: takes over answers whose writer died (their lease ran out) and writes them to the end. Those whose
 * conversation a person has taken meanwhile end as stepped down. Returns how many were found.
 */
export async function finishAbandonedAnswers(ctx: ServiceContext): Promise<number> {
  const { db } = ctx;
  const found = await selectRows<{ id: string; conversationId: string; status: string; writer: string }>(
    db,
    sql`
    select a.id, a.conversation_id as "conversationId", c.status, a.writer from answers a
    join conversations c on c.id = a.conversation_id
    where a.state = 'streaming' and a.lease_until < now() order by a.lease_until limit ${BATCH}`,
  );
  for (const { id, conversationId, status, writer: lastWriter } of found) {
    const writer = newId("request");
    const claim = await claimAnswer(db, { conversationId, tokenHash: null, writer });
    if (claim?.claimedId === id) {
      const writing = { answerId: id, conversationId, writer, requestId: ctx.requestId };
      await writeAnswer(db, claim, writing, new AnswerLog(), () => undefined).catch(async (error: unknown) => {
        log.error({ answerId: id, err: error }, "abandoned answer not finished");
        await abandonAnswer(db, writing);
      });
    } else if (claim && (status !== "assistant" || claim.existing?.id !== id)) {
      await abandonAnswer(db, { answerId: id, conversationId, writer: lastWriter, requestId: ctx.requestId });
    }
  }
  return found.length;
}
