import { json, publicRoute } from "@/server/rest/route";
import { getAvailability } from "@/server/routing/get-availability";

export const GET = publicRoute("calls", async ({ ctx }) => json(200, await getAvailability({ ctx })));
