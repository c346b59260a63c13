import { z } from "zod";
import { publishStoredEvent } from "@/server/events/publish-event";
import { internalRoute } from "@/server/rest/internal-route";

export const POST = internalRoute(z.object({ eventId: z.int().positive() }), async (ctx, { eventId }) => {
  await publishStoredEvent(ctx, eventId);
  return {};
});
