import type { Activity, HandoffReason, MessageKind, Priority, SenderType } from "@/lib/contracts/conversations";
import type { CustomerTier } from "@/lib/contracts/customers";
import type { Locale } from "@/lib/i18n";
import { messagePreview } from "@/lib/text/message-preview";
import type {
  answerFeedback,
  answerPassages,
  answers,
  assignments,
  conversations,
  HandoffCard,
  handoffs,
  messages,
  ratings,
  readMarks,
  resolutions,
} from "../schema";
import type { Passage } from "./passages";
import type { Random } from "./random";

/** Every row a conversation leaves behind. */
export type ConversationRows = {
  conversation: typeof conversations.$inferInsert;
  messages: (typeof messages.$inferInsert)[];
  answers: (typeof answers.$inferInsert)[];
  passages: (typeof answerPassages.$inferInsert)[];
  feedback: (typeof answerFeedback.$inferInsert)[];
  handoffs: (typeof handoffs.$inferInsert)[];
  assignments: (typeof assignments.$inferInsert)[];
  resolutions: (typeof resolutions.$inferInsert)[];
  ratings: (typeof ratings.$inferInsert)[];
  readMarks: (typeof readMarks.$inferInsert)[];
};

type Opening = {
  at: Date;
  inboxId: string;
  skillGroupId: string;
  locale: Locale;
  customer: { id: string; tier: CustomerTier };
};
type Person = { id: string; publicName: string };

const PRIORITY_BY_TIER: Record<CustomerTier, Priority> = {
  basic: "normal",
  silver: "normal",
  gold: "high",
  platinum: "high",
};
const UNKNOWN: Record<Locale, string> = {
  zh: "这个问题我没有找到可靠的答案。要转人工吗？",
  en: "I have no reliable answer to this. Talk to a person?",
};

/**
 * Tells one conversation from beginning to end and keeps the books the product would have kept: numbers without holes,
 * who waits since when, who held it, what was resolved. Every step happens `after` some seconds.
 */
export class ConversationStory {
  readonly rows: ConversationRows;
  now: Date;
  private readonly id: string;
  private holder: Person | null = null;

  constructor(
    private readonly random: Random,
    private readonly opening: Opening,
  ) {
    this.now = opening.at;
    this.id = random.id("conversation", opening.at);
    this.rows = {
      conversation: {
        id: this.id,
        inboxId: opening.inboxId,
        customerId: opening.customer.id,
        locale: opening.locale,
        status: "assistant",
        priority: "normal",
        lastSeq: 0,
        lastPublicSeq: 0,
        version: 0,
        misses: 0,
        createdAt: opening.at,
        customerSeenAt: opening.at,
        lastMessageAt: opening.at,
      },
      messages: [],
      answers: [],
      passages: [],
      feedback: [],
      handoffs: [],
      assignments: [],
      resolutions: [],
      ratings: [],
      readMarks: [],
    };
  }

  get began(): Date {
    return this.opening.at;
  }

  /** Lets time pass. */
  after(seconds: number): this {
    this.now = new Date(this.now.getTime() + seconds * 1000 + this.random.int(0, 999));
    return this;
  }

  /** The customer writes. Returns the message's id. */
  ask(body: string): string {
    this.rows.conversation.waitingSince ??= this.now;
    this.rows.conversation.customerSeenAt = this.now;
    return this.say("incoming", "customer", this.opening.customer.id, body);
  }

  /** The assistant answers a question from passages of an article; without any it says that it has no answer. */
  answer(questionMessageId: string, used: readonly Passage[]): void {
    const asked = this.now;
    this.after(this.random.int(1, 3));
    const known = used.length > 0;
    const body = known ? used.map(({ text }) => text).join("\n\n") : UNKNOWN[this.opening.locale];
    const messageId = this.say("outgoing", "assistant", null, body);
    const citations = used.map(({ citation }) => citation);
    const confidence = Math.round((known ? 0.72 + this.random.next() * 0.26 : this.random.next() * 0.3) * 100) / 100;
    const id = this.random.id("answer", asked);
    const question = this.rows.messages.find((row) => row.id === questionMessageId)?.body ?? "";
    this.rows.answers.push({
      id,
      conversationId: this.id,
      questionMessageId,
      messageId,
      state: "stored",
      leaseUntil: this.now,
      writer: "seed",
      decision: known ? { kind: "answer", confidence } : { kind: "handoff", confidence, started: false },
      citations,
      draft: body,
      trace: {
        questions: [{ text: question, confidence, outcome: known ? "answer" : "offer" }],
        timings: { total: this.now.getTime() - asked.getTime() },
      },
      createdAt: asked,
      updatedAt: this.now,
    });
    const passages = citations.map(({ chunkId, versionId }) => ({ answerId: id, chunkId, versionId }));
    this.rows.passages.push(...passages);
    this.rows.conversation.misses = known ? 0 : (this.rows.conversation.misses ?? 0) + 1;
  }

  /** Solved / Not yet on the latest answer. */
  judge(solved: boolean): void {
    const answerId = this.rows.answers.at(-1)?.id;
    if (!answerId) return;
    this.rows.feedback.push({
      id: this.random.id("feedback", this.now),
      answerId,
      solved,
      createdAt: this.now,
      updatedAt: this.now,
    });
    if (!solved) this.rows.conversation.misses = (this.rows.conversation.misses ?? 0) + 1;
  }

  /** Into the queue, with the card the agent reads first. */
  queue(reason: HandoffReason, card: Omit<HandoffCard, "why" | "tried">): void {
    const { conversation, handoffs: list } = this.rows;
    const all = this.rows.answers.flatMap(({ id, citations }) =>
      (citations ?? []).slice(0, 1).map(({ title, url }) => ({
        title,
        slug: url,
        solved: this.rows.feedback.find(({ answerId }) => answerId === id)?.solved ?? null,
      })),
    );
    const tried = [...new Map(all.map((one) => [one.slug, one])).values()];
    this.move("queued");
    conversation.queuedAt = this.now;
    conversation.waitingSince ??= this.now;
    conversation.skillGroupId = this.opening.skillGroupId;
    conversation.priority = PRIORITY_BY_TIER[this.opening.customer.tier];
    list.push({
      id: this.random.id("handoff", this.now),
      conversationId: this.id,
      reason,
      card: { why: reason, tried, ...card },
      requestedAt: this.now,
    });
    this.activity("handoff_requested", { reason });
  }

  /** The customer leaves the queue, back to the assistant. */
  withdraw(outcome: "withdrawn" | "left_message"): void {
    this.move("assistant");
    Object.assign(this.rows.conversation, { queuedAt: null, waitingSince: null });
    Object.assign(this.rows.handoffs.at(-1) ?? {}, { outcome });
    this.activity(outcome === "withdrawn" ? "handoff_withdrawn" : "left_message");
  }

  /** An agent takes it from the queue. */
  claim(person: Person): void {
    this.hold(person, "claimed");
    const handoff = this.rows.handoffs.at(-1);
    if (handoff && !handoff.outcome) {
      Object.assign(handoff, { acceptedAt: this.now, acceptedBy: person.id, outcome: "accepted" });
    }
    this.activity("agent_joined", { name: person.publicName });
  }

  /** From one person to another. */
  transferTo(person: Person): void {
    this.hold(person, "transferred");
    this.activity("transferred_to_agent", { name: person.publicName });
  }

  /** Back to the queue of another group. */
  transferToGroup(group: { id: string; name: Record<string, string> }): void {
    this.release();
    this.move("queued");
    Object.assign(this.rows.conversation, { skillGroupId: group.id, assigneeId: null });
    this.rows.conversation.queuedAt ??= this.now;
    this.activity("transferred_to_group", group.name);
  }

  /** The holder writes to the customer. */
  reply(body: string): void {
    if (!this.holder) throw new Error("Seed: nobody holds the conversation");
    this.rows.conversation.firstRepliedAt ??= this.now;
    this.say("outgoing", "agent", this.holder.id, body);
  }

  /** The holder leaves a note for colleagues. */
  note(body: string): void {
    this.append("note", "agent", this.holder?.id ?? null, body);
  }

  /** Closed: by the holder (`assumed`), by the customer (`confirmed`), or after silence (`assumed`, nobody). */
  resolve(kind: "assumed" | "confirmed", activity: "resolved" | "closed_idle" = "resolved"): void {
    const { conversation } = this.rows;
    const open = this.rows.handoffs.at(-1);
    this.rows.resolutions.push({
      id: this.random.id("resolution", this.now),
      conversationId: this.id,
      kind,
      byStaffId: this.holder?.id ?? null,
      withPerson: this.rows.assignments.length > 0,
      at: this.now,
    });
    if (open && !open.outcome) open.outcome = "withdrawn";
    this.release();
    this.move("resolved");
    Object.assign(conversation, { assigneeId: null, resolvedAt: this.now, queuedAt: null, waitingSince: null });
    this.activity(activity);
  }

  /** The customer's verdict on the latest resolution. */
  rate(score: number, comment: string | null): void {
    const resolution = this.rows.resolutions.at(-1);
    if (!resolution?.id) throw new Error("Seed: nothing to rate");
    this.rows.ratings.push({
      id: this.random.id("rating", this.now),
      resolutionId: resolution.id,
      staffId: resolution.byStaffId,
      score,
      comment,
      createdAt: this.now,
      updatedAt: this.now,
    });
  }

  /** The customer writes again soon after a person closed it: back into the queue. */
  returnToQueue(body: string): void {
    const resolution = this.rows.resolutions.at(-1);
    if (resolution) resolution.returnedAt = this.now;
    this.move("queued");
    Object.assign(this.rows.conversation, { resolvedAt: null, misses: 0, queuedAt: this.now });
    this.activity("reopened");
    this.ask(body);
  }

  /** Ends the telling: who has read how far. */
  finish(): ConversationRows {
    const { conversation, messages: told } = this.rows;
    conversation.updatedAt = this.now;
    const readers = new Set(
      told.filter((row) => row.senderType === "agent" && row.senderId).map((row) => row.senderId ?? ""),
    );
    for (const reader of readers) {
      const last = told.findLast((row) => row.senderId === reader)?.seq ?? 0;
      const seq = conversation.status === "assigned" ? last : (conversation.lastSeq ?? 0);
      this.rows.readMarks.push({ conversationId: this.id, reader, seq });
    }
    this.rows.readMarks.push({
      conversationId: this.id,
      reader: this.opening.customer.id,
      seq: conversation.lastPublicSeq ?? 0,
    });
    return this.rows;
  }

  private hold(person: Person, why: "claimed" | "transferred"): void {
    this.release();
    this.holder = person;
    this.move("assigned");
    this.rows.conversation.assigneeId = person.id;
    const id = this.random.id("assignment", this.now);
    this.rows.assignments.push({ id, conversationId: this.id, staffId: person.id, why, from: this.now });
  }

  private release(): void {
    const open = this.rows.assignments.at(-1);
    if (open && !open.until) open.until = this.now;
    this.holder = null;
  }

  private move(status: "assistant" | "queued" | "assigned" | "resolved"): void {
    this.rows.conversation.status = status;
    this.rows.conversation.version = (this.rows.conversation.version ?? 0) + 1;
  }

  private say(kind: "incoming" | "outgoing", type: SenderType, senderId: string | null, body: string): string {
    const { conversation } = this.rows;
    if (kind === "outgoing") conversation.waitingSince = null;
    conversation.preview = messagePreview(type, body);
    conversation.previewSender = type;
    conversation.lastMessageAt = this.now;
    return this.append(kind, type, senderId, body);
  }

  private activity(name: Activity, values: Record<string, string> = {}): void {
    this.append("activity", "system", null, "", { name, values });
  }

  private append(
    kind: MessageKind,
    senderType: SenderType,
    senderId: string | null,
    body: string,
    activity?: { name: Activity; values: Record<string, string> },
  ): string {
    const { conversation } = this.rows;
    const id = this.random.id("message", this.now);
    const hidden = kind === "note";
    conversation.lastSeq = (conversation.lastSeq ?? 0) + 1;
    if (!hidden) conversation.lastPublicSeq = (conversation.lastPublicSeq ?? 0) + 1;
    this.rows.messages.push({
      id,
      conversationId: this.id,
      seq: conversation.lastSeq,
      publicSeq: hidden ? null : (conversation.lastPublicSeq ?? null),
      kind,
      senderType,
      senderId,
      body,
      activity,
      createdAt: this.now,
    });
    return id;
  }
}
