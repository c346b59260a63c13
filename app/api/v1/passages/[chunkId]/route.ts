import { getPassage } from "@/server/knowledge/get-passage";
import { idParam, json, publicRoute } from "@/server/rest/route";

export const GET = publicRoute("calls", async ({ ctx, params }) =>
  json(200, await getPassage({ ctx, input: { chunkId: idParam(params, "chunkId") } })),
);
