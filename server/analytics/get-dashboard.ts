import type { Executor } from "@/db/client";
import { type Dashboard, type DashboardInput, PERIOD_DAYS, type PeriodFigures } from "@/lib/contracts/analytics";
import { requirePermission, type ServiceContext } from "@/server/context";
import { latestAccuracy } from "@/server/quality/evaluation/latest-accuracy";
import { getSettings } from "@/server/settings/get-settings";
import { countRecognised, countSelfResolved } from "./assistant-figures";
import {
  assistantFirstResponse,
  countAnswered,
  countAssistantAnswered,
  countContainment,
  countConversations,
  countSatisfied,
  personFirstResponse,
} from "./conversation-figures";
import type { Filter } from "./conversation-filter";
import { nowFigures } from "./now-figures";
import { lastDays, periodRanges, type Range } from "./period-range";
import { conversationsByHour, figuresByDay } from "./series";
import { ticketFigures } from "./ticket-figures";

const LEAST_DAYS = 7;

async function figuresOf(db: Executor, range: Range, filter: Filter): Promise<PeriodFigures> {
  const [
    resolutionRate,
    containment,
    answerRate,
    assistantAnswerRate,
    recognitionRate,
    self,
    csat,
    person,
    assistant,
    tickets,
  ] = await Promise.all([
    countConversations(db, range, filter),
    countContainment(db, range, filter),
    countAnswered(db, range, filter),
    countAssistantAnswered(db, range, filter),
    countRecognised(db, range, filter),
    countSelfResolved(db, range, filter),
    countSatisfied(db, range, filter),
    personFirstResponse(db, range, filter),
    assistantFirstResponse(db, range, filter),
    ticketFigures(db, range),
  ]);
  return {
    conversations: resolutionRate.denominator,
    resolutionRate,
    containment,
    answerRate,
    assistantAnswerRate,
    recognitionRate,
    ...self,
    csat,
    personFirstResponse: person,
    assistantFirstResponse: assistant,
    ...tickets,
  };
}

/** Every figure of the dashboard, counted from the rows at this moment. docs/definitions.md says what each one is. */
export async function getDashboard({ ctx, input }: { ctx: ServiceContext; input: DashboardInput }): Promise<Dashboard> {
  const manager = requirePermission(ctx, "analytics:read");
  const { db, now } = manager;
  const { timeZone } = await getSettings(db, "company");
  const { period, compare, ...filter } = input;
  const { current, previous } = periodRanges(period, now, timeZone);
  const days = lastDays(Math.max(LEAST_DAYS, PERIOD_DAYS[period]), now, timeZone);
  const [nowCounts, figures, before, hours, byDay, accuracy] = await Promise.all([
    nowFigures(manager, filter),
    figuresOf(db, current, filter),
    compare ? figuresOf(db, previous, filter) : null,
    conversationsByHour(db, current, filter, timeZone),
    figuresByDay(db, days, now, filter, timeZone),
    latestAccuracy(db, filter.locale),
  ]);
  return {
    range: { from: current.from.toISOString(), to: current.to.toISOString() },
    timeZone,
    now: nowCounts,
    current: figures,
    previous: before,
    accuracy,
    hours,
    days: byDay,
  };
}
