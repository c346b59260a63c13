import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { gapQuestions } from "@/db/schema";
import type { ServiceContext, StaffActor } from "@/server/context";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { confirmResolution, resolveConversation } from "@/server/conversations/resolve-conversation";
import { sendStaffMessage } from "@/server/conversations/send-staff-message";
import { gatherGaps } from "@/server/gaps/gather-gaps";
import { getGap } from "@/server/gaps/get-gap";
import { contextOf } from "./actors";
import { Talker } from "./talker";

/** The same person at this instant. */
export const atPresent = <Who extends ServiceContext["actor"]>(ctx: ServiceContext<Who>): ServiceContext<Who> => ({
  ...ctx,
  now: new Date(),
});

/** Reads what went badly, as the job does. */
export const gather = (): Promise<void> => gatherGaps(contextOf({ kind: "system" }, new Date()));

/** A customer asks, gets no help, and a person replies; the customer confirms it, or the person resolves it. */
export async function served(
  agent: ServiceContext<StaffActor>,
  question: string,
  replies: readonly string[],
  confirmed = true,
): Promise<Talker> {
  const customer = await Talker.begin();
  await customer.say(question);
  const input = { conversationId: customer.conversationId };
  await requestHandoff({ ctx: atPresent(customer.customer), input });
  await claimConversation({ ctx: atPresent(agent), input });
  for (const text of replies) {
    const message = { ...input, clientMessageId: crypto.randomUUID(), text, kind: "outgoing" as const };
    await sendStaffMessage({ ctx: atPresent(agent), input: { ...message, attachmentIds: [] } });
  }
  if (confirmed) await confirmResolution({ ctx: atPresent(customer.customer), input });
  else await resolveConversation({ ctx: atPresent(agent), input });
  return customer;
}

/** The suggestion a question is in, as this person sees it. */
export async function gapAsked(editor: ServiceContext<StaffActor>, text: string) {
  const [row] = await db().select().from(gapQuestions).where(eq(gapQuestions.text, text));
  return getGap({ ctx: atPresent(editor), input: { gapId: row?.gapId ?? "none" } });
}
