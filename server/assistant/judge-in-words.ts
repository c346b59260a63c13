import type { Transaction } from "@/db/client";
import type { CustomerActor, ServiceContext } from "@/server/context";
import type { MessageRow } from "@/server/conversations/append-message";
import type { ConversationRow } from "@/server/conversations/load-conversation";
import { keepJudgement } from "./judge-answer";
import { newestAnswer } from "./newest-answer";
import { smallTalkOf } from "./small-talk";

/**
 * Who says that it is solved ("that solved it, thanks") right after an answer from knowledge has judged that answer, as with
 * the button under it. One that was judged already stays as it was judged.
 */
export async function judgeInWords(
  tx: Transaction,
  ctx: ServiceContext<CustomerActor>,
  conversation: ConversationRow,
  said: MessageRow,
): Promise<void> {
  if (smallTalkOf(said.body) !== "solved") return;
  const last = await newestAnswer(tx, conversation.id, said.seq);
  if (!last || last.judged !== null || last.decision?.kind !== "answer") return;
  await keepJudgement(tx, ctx, conversation, { answerId: last.answerId, solved: true });
}
