import { hintDashboard } from "./analytics/on-event";
import { noteFacts } from "./assistant/facts/on-message-created";
import { trainOnSettings } from "./assistant/recogniser/ensemble/ensemble-job";
import { retrainOnArticle, retrainOnCorrection, retrainOnJudgement } from "./assistant/recogniser/on-knowledge-changed";
import { watchResolution } from "./conversations/mail-rating-form";
import { watchReply } from "./conversations/mail-unread-reply";
import { hintConversation } from "./conversations/on-event";
import { hintCustomer } from "./customers/on-event";
import { registerListeners } from "./events/listeners";
import { gatherSoon, settleDrafted } from "./gaps/on-event";
import { embedOnPublication } from "./knowledge/meaning/embed-job";
import { readNamesAgain } from "./knowledge/pinyin/refresh-pinyin";
import { evaluateAfterChange } from "./quality/evaluation/keep-up";
import { hintPresence } from "./routing/on-event";
import { releaseDisabledStaff } from "./routing/on-staff-disabled";
import { hintTicket } from "./tickets/on-event";

/** The composition root of events: every domain's listeners, by the event they listen to. */
registerListeners({
  "answer.stored": [hintDashboard],
  "answer.judged": [retrainOnJudgement],
  "answer.corrected": [retrainOnCorrection, gatherSoon],
  "article.published": [retrainOnArticle, settleDrafted, embedOnPublication, readNamesAgain, evaluateAfterChange],
  "article.archived": [retrainOnArticle, readNamesAgain, evaluateAfterChange],
  "catalogue.imported": [readNamesAgain],
  "evaluation.started": [hintDashboard],
  "evaluation.ended": [hintDashboard],
  "customer.updated": [hintCustomer],
  "conversation.created": [hintConversation, hintDashboard],
  "conversation.queued": [hintConversation, hintDashboard],
  "conversation.withdrawn": [hintConversation, hintDashboard],
  "conversation.claimed": [hintConversation, hintDashboard],
  "conversation.transferred": [hintConversation, hintDashboard],
  "conversation.requeued": [hintConversation, hintDashboard],
  "conversation.resolved": [watchResolution, gatherSoon, hintConversation, hintDashboard],
  "conversation.reopened": [hintConversation, hintDashboard],
  "conversation.rated": [gatherSoon, hintConversation, hintDashboard],
  "conversation.read": [hintConversation],
  "conversation.question_settled": [hintConversation],
  "message.created": [noteFacts, watchReply, hintConversation, hintDashboard],
  "presence.changed": [hintPresence, hintDashboard],
  "settings.changed": [trainOnSettings],
  "staff.disabled": [releaseDisabledStaff, hintDashboard],
  "ticket.created": [hintTicket, hintDashboard],
  "ticket.updated": [hintTicket, hintDashboard],
  "ticket.replied": [hintTicket],
  "ticket.rated": [hintTicket, hintDashboard],
});
