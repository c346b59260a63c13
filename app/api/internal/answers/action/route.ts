import { takeActionTurn } from "@/server/assistant/actions/take-action-turn";
import { actionTurnSchema } from "@/server/assistant/actions/take-step";
import { internalRoute } from "@/server/rest/internal-route";

export const POST = internalRoute(actionTurnSchema, (ctx, input) => takeActionTurn({ ctx, input }));
