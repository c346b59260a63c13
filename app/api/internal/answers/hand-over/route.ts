import { handOverAnswer, handOverSchema } from "@/server/assistant/hand-over-answer";
import { internalRoute } from "@/server/rest/internal-route";

export const POST = internalRoute(handOverSchema, (ctx, input) => handOverAnswer({ ctx, input }));
