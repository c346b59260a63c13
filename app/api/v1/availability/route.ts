import { json, publicRoute } from "@/server/rest/route";
import { getAvailability } from "@/server/routing/get-availability";

export const GET = publicRoute(async ({ ctx }) => json(200, await getAvailability({ ctx })));
