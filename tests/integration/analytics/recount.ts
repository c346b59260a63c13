import { db } from "@/db/client";
import {
  answerFeedback,
  answers,
  conversations,
  handoffs,
  inboxes,
  messages,
  ratings,
  resolutions,
  tickets,
} from "@/db/schema";
import type { DashboardInput, MedianSeconds, PeriodFigures, Ratio } from "@/lib/contracts/analytics";
import type { Range } from "@/server/analytics/period-range";

/** Every row a figure can depend on, as it is stored. */
export async function readRows() {
  return {
    conversations: await db().select().from(conversations),
    messages: await db().select().from(messages),
    handoffs: await db().select().from(handoffs),
    answers: await db().select().from(answers),
    feedback: await db().select().from(answerFeedback),
    resolutions: await db().select().from(resolutions),
    ratings: await db().select().from(ratings),
    tickets: await db().select().from(tickets),
    inboxes: await db().select().from(inboxes),
  };
}
type Rows = Awaited<ReturnType<typeof readRows>>;

function ratio<Item>(items: readonly Item[], good: (item: Item) => boolean): Ratio {
  return { numerator: items.filter(good).length, denominator: items.length };
}

function median(values: number[]): MedianSeconds {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)];
  const high = sorted[Math.ceil(middle)];
  return { seconds: low === undefined || high === undefined ? null : (low + high) / 2, n: sorted.length };
}

/** The figures again, by walking over the rows as docs/definitions.md says, without the product's queries. */
export function recount(rows: Rows, { from, to }: Range, filter: Partial<DashboardInput>): PeriodFigures {
  const inside = (at: Date) => at >= from && at < to;
  const inboxOf = new Map(rows.inboxes.map(({ id, channel }) => [id, channel]));
  const kept = rows.conversations.filter(
    (row) =>
      (!filter.groupId || row.skillGroupId === filter.groupId) &&
      (!filter.channel || inboxOf.get(row.inboxId) === filter.channel) &&
      (!filter.locale || row.locale === filter.locale),
  );
  const ids = new Set(kept.map(({ id }) => id));
  const narrow = ids.size < rows.conversations.length || Boolean(filter.groupId ?? filter.channel ?? filter.locale);
  const begun = kept.filter((row) => row.lastSeq > 0 && inside(row.createdAt));
  const standing = rows.resolutions.filter((row) => row.returnedAt === null && inside(row.at));
  const asked = rows.handoffs.filter((row) => ids.has(row.conversationId) && inside(row.requestedAt));
  const said = Map.groupBy(rows.messages, ({ conversationId }) => conversationId);
  const byId = new Map(rows.messages.map((row) => [row.id, row]));
  const resolutionOf = new Map(rows.resolutions.map((row) => [row.id, row]));
  const ticketOf = new Map(rows.tickets.map((row) => [row.id, row]));
  const between = (start: Date, end: Date) => (end.getTime() - start.getTime()) / 1000;
  const solvedTickets = standing.flatMap((row) => {
    const ticket = ticketOf.get(row.ticketId ?? "");
    return ticket ? [between(ticket.createdAt, row.at)] : [];
  });
  return {
    conversations: begun.length,
    resolutionRate: ratio(begun, ({ status }) => status === "resolved"),
    containment: ratio(
      standing.filter(({ conversationId }) => conversationId && ids.has(conversationId)),
      ({ withPerson }) => !withPerson,
    ),
    answerRate: ratio(
      asked.filter(({ outcome }) => outcome !== null),
      ({ outcome }) => outcome === "accepted",
    ),
    assistantAnswerRate: ratio(
      rows.answers.filter((row) => ids.has(row.conversationId) && inside(row.createdAt) && row.state !== "streaming"),
      ({ decision }) => decision?.kind === "answer",
    ),
    ...recountAssistant(rows, inside, (id) => ids.has(id)),
    csat: ratio(
      rows.ratings.filter((row) => {
        const conversationId = resolutionOf.get(row.resolutionId)?.conversationId;
        return inside(row.createdAt) && (conversationId ? ids.has(conversationId) : !narrow);
      }),
      ({ score }) => score >= 3,
    ),
    personFirstResponse: median(
      asked
        .filter(({ outcome }) => outcome === "accepted")
        .flatMap(({ conversationId, requestedAt }) => {
          const replies = (said.get(conversationId) ?? []).filter(
            (row) => row.kind === "outgoing" && row.senderType === "agent" && row.createdAt >= requestedAt,
          );
          const first = replies.sort((a, b) => a.seq - b.seq)[0];
          return first ? [between(requestedAt, first.createdAt)] : [];
        }),
    ),
    assistantFirstResponse: median(
      begun.flatMap(({ id }) => {
        const own = rows.answers
          .filter((row) => row.conversationId === id && row.messageId !== null)
          .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())[0];
        const question = byId.get(own?.questionMessageId ?? "");
        const answer = byId.get(own?.messageId ?? "");
        return question && answer ? [between(question.createdAt, answer.createdAt)] : [];
      }),
    ),
    ticketsCreated: rows.tickets.filter(({ createdAt }) => inside(createdAt)).length,
    ticketsResolved: solvedTickets.length,
    ticketResolutionTime: median(solvedTickets),
  };
}

/** What the assistant recognised, and what ended without a person. */
function recountAssistant(rows: Rows, inside: (at: Date) => boolean, isKept: (conversationId: string) => boolean) {
  const asked = rows.answers
    .filter((row) => isKept(row.conversationId) && inside(row.createdAt) && row.state !== "streaming" && row.decision)
    .filter(({ decision }) => !(decision?.kind !== "answer" && decision?.confidence === 1 && !decision.action));
  const questions = asked.flatMap(({ decision, trace }) => {
    const told = trace.questions ?? [];
    if (told.length === 0) return [decision?.kind !== "handoff"];
    return told.map(({ outcome }) =>
      outcome === "clarify" ? decision?.kind === "ask" : !["offer", "handoff"].includes(outcome),
    );
  });
  const ended = rows.resolutions.flatMap((row) => {
    const [conversationId, own] = [
      row.conversationId ?? "",
      rows.answers.filter((each) => each.conversationId === row.conversationId && each.messageId),
    ];
    const last = own.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).at(-1);
    if (!last || !inside(row.at) || row.returnedAt || !isKept(conversationId)) return [];
    const solved = rows.feedback.some(({ answerId, solved: yes }) => answerId === last.id && yes);
    const wished =
      rows.handoffs.some((each) => each.conversationId === conversationId && each.requestedAt >= last.createdAt) ||
      rows.messages.some(
        (each) =>
          each.conversationId === conversationId &&
          each.activity?.name === "left_message" &&
          each.createdAt >= last.createdAt,
      );
    const judged = own.flatMap(({ id }) => rows.feedback.find(({ answerId }) => answerId === id) ?? []).at(-1);
    const confirmed = row.kind === "confirmed" || solved;
    const alone = !row.withPerson && row.reason === null;
    const assumed = alone && !confirmed && !wished && judged?.solved !== false;
    return [{ confirmed: alone && confirmed, assumed }];
  });
  return {
    recognitionRate: ratio(questions, (recognised) => recognised),
    selfResolution: ratio(ended, ({ confirmed, assumed }) => confirmed || assumed),
    selfConfirmed: ratio(ended, ({ confirmed }) => confirmed),
    selfAssumed: ratio(ended, ({ assumed }) => assumed),
  };
}
