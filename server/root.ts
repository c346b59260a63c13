import { conversationsRouter } from "./conversations/router";
import { routingRouter } from "./routing/router";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  conversations: conversationsRouter,
  routing: routingRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
