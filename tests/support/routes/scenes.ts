import type { CustomerActor, ServiceContext, StaffActor } from "@/server/context";
import { claimConversation } from "@/server/conversations/claim-conversation";
import { requestHandoff } from "@/server/conversations/request-handoff";
import { confirmResolution, resolveConversation } from "@/server/conversations/resolve-conversation";
import { uploadAttachment } from "@/server/conversations/upload-attachment";
import type { OpenedTicket } from "@/server/tickets/open-ticket";
import { submitTicket } from "@/server/tickets/submit-ticket";
import { askedConversation } from "../answers";

type Customer = ServiceContext<CustomerActor>;
type Staff = ServiceContext<StaffActor>;

/** A conversation in which the customer has written once. */
export const withAssistant = (customer: Customer): Promise<string> =>
  askedConversation(customer, "Where is my parcel?");

/** A conversation that waits for a person. */
export async function queued(customer: Customer): Promise<string> {
  const conversationId = await withAssistant(customer);
  await requestHandoff({ ctx: customer, input: { conversationId } });
  return conversationId;
}

/** A conversation that this person holds. */
export async function heldBy(customer: Customer, holder: Staff): Promise<string> {
  const conversationId = await queued(customer);
  await claimConversation({ ctx: holder, input: { conversationId } });
  return conversationId;
}

/** A conversation that this person has closed. */
export async function resolvedBy(customer: Customer, holder: Staff): Promise<string> {
  const conversationId = await heldBy(customer, holder);
  await resolveConversation({ ctx: holder, input: { conversationId } });
  return conversationId;
}

/** A conversation that its customer has confirmed as settled. */
export async function confirmed(customer: Customer): Promise<string> {
  const conversationId = await withAssistant(customer);
  await confirmResolution({ ctx: customer, input: { conversationId } });
  return conversationId;
}

/** A customer's uploaded file, not sent yet. */
export async function uploaded(customer: Customer): Promise<string> {
  const conversationId = await withAssistant(customer);
  const bytes = new TextEncoder().encode("a receipt");
  return (await uploadAttachment({ ctx: customer, input: { conversationId, name: "receipt.txt", bytes } })).id;
}

/** A ticket the customer submitted, with its progress token. */
export const ticketOf = (customer: Customer): Promise<OpenedTicket> =>
  submitTicket({ ctx: customer, input: { subject: "Late parcel", description: "It never came.", type: "delivery" } });

/** A multipart form with one small text file. */
export function fileForm(name = "note.txt", content: BlobPart = "hello"): FormData {
  const form = new FormData();
  form.set("file", new File([content], name));
  return form;
}
