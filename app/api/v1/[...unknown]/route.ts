import { ServiceError } from "@/server/errors";
import { publicRoute } from "@/server/rest/route";

/** An address that is no call of this API: the same 404 document as for an id that does not exist, not a page. */
const unknown = publicRoute("calls", async () => {
  throw new ServiceError("not_found", "not_found");
});

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
