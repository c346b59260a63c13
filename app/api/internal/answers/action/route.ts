import { actionTurnSchema, takeActionTurn } from "@/server/assistant/actions/take-action-turn";
import { internalRoute } from "@/server/rest/internal-route";

export const POST = internalRoute(actionTurnSchema, (ctx, input) => takeActionTurn({ ctx, input }));
