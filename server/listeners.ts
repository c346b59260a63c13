import { hintConversation } from "./conversations/on-event";
import { hintCustomer } from "./customers/on-event";
import { registerListeners } from "./events/listeners";
import { hintPresence } from "./routing/on-event";
import { releaseDisabledStaff } from "./routing/on-staff-disabled";
import { hintTicket } from "./tickets/on-event";

/** The composition root of events: every domain's listeners, by the event they listen to. */
registerListeners({
  "customer.updated": [hintCustomer],
  "conversation.created": [hintConversation],
  "conversation.queued": [hintConversation],
  "conversation.withdrawn": [hintConversation],
  "conversation.claimed": [hintConversation],
  "conversation.transferred": [hintConversation],
  "conversation.requeued": [hintConversation],
  "conversation.resolved": [hintConversation],
  "conversation.reopened": [hintConversation],
  "conversation.rated": [hintConversation],
  "conversation.read": [hintConversation],
  "message.created": [hintConversation],
  "presence.changed": [hintPresence],
  "staff.disabled": [releaseDisabledStaff],
  "ticket.created": [hintTicket],
  "ticket.updated": [hintTicket],
  "ticket.replied": [hintTicket],
  "ticket.rated": [hintTicket],
});
