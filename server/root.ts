import { analyticsRouter } from "./analytics/router";
import { actionsRouter } from "./assistant/actions/router";
import { assistantRouter } from "./assistant/router";
import { conversationsRouter } from "./conversations/router";
import { customersRouter } from "./customers/router";
import { gapsRouter } from "./gaps/router";
import { knowledgeRouter } from "./knowledge/router";
import { qualityRouter } from "./quality/router";
import { routingRouter } from "./routing/router";
import { settingsRouter } from "./settings/router";
import { teamRouter } from "./team/router";
import { ticketsRouter } from "./tickets/router";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  actions: actionsRouter,
  analytics: analyticsRouter,
  assistant: assistantRouter,
  conversations: conversationsRouter,
  customers: customersRouter,
  gaps: gapsRouter,
  knowledge: knowledgeRouter,
  quality: qualityRouter,
  routing: routingRouter,
  settings: settingsRouter,
  team: teamRouter,
  tickets: ticketsRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
