/** A committed event as listeners receive it. */
export type StoredEvent = {
  id: number;
  name: EventName;
  entityId: string;
  actorType: string;
  actorId: string | null;
  requestId: string;
  data: Record<string, unknown>;
  at: Date;
};

/** Every event of the product: `<entity>.<past_tense>`, one name for audit, realtime, automation and webhooks. */
export const EVENT_NAMES = [
  "conversation.created",
  "conversation.queued",
  "conversation.withdrawn",
  "conversation.claimed",
  "conversation.transferred",
  "conversation.requeued",
  "conversation.resolved",
  "conversation.reopened",
  "conversation.rated",
  "conversation.read",
  "conversation.question_settled",
  "message.created",
  "answer.stored",
  "answer.judged",
  "answer.corrected",
  "ticket.created",
  "ticket.updated",
  "ticket.replied",
  "ticket.rated",
  "article.published",
  "article.archived",
  "article.saved",
  "gap.published",
  "gap.drafted",
  "gap.dismissed",
  "gap.reopened",
  "presence.changed",
  "staff.invited",
  "staff.updated",
  "staff.disabled",
  "staff.password_changed",
  "settings.changed",
  "customer.updated",
  "customer.verified",
  "action.saved",
  "action.removed",
  "action.tried",
  "action.ended",
  "catalogue.imported",
  "evaluation.started",
  "evaluation.ended",
] as const;
export type EventName = (typeof EVENT_NAMES)[number];
