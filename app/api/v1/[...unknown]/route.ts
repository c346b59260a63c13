import { ServiceError } from "@/server/errors";
import { publicRoute } from "@/server/rest/route";

const refuse = publicRoute("calls", async () => {
  throw new ServiceError("not_found", "not_found");
});

/** An address that is no call of this API: the same 404 document as for an id that does not exist, not a page. */
const unknown = (request: Request): Promise<Response> => refuse(request, { params: Promise.resolve({}) });

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
