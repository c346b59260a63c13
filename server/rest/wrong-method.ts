import { ServiceError } from "@/server/errors";
import { errorWords } from "./error-words";
import { OPERATIONS } from "./operations";
import { problemResponse } from "./problem";

const BASE = "/api/v1";
/** What the framework answers by itself at every address, and wherever it can be read. */
const ALWAYS = "OPTIONS";
const WITH_GET = "HEAD";

const pattern = (path: string) => new RegExp(`^${BASE}${path.replaceAll(/\{\w+\}/g, "[^/]+")}/?$`);

/** The methods of each address of the public API. */
const CALLS = Object.entries(Object.groupBy(OPERATIONS, ({ path }) => path)).map(([path, operations = []]) => {
  const methods = operations.map(({ method }) => method.toUpperCase());
  return { at: pattern(path), methods: [...methods, ...(methods.includes("GET") ? [WITH_GET] : []), ALWAYS] };
});

/** Names what may be done at the address of a request, when that is something else; null where it is no call or allowed. */
export function otherMethods({ method, pathname }: { method: string; pathname: string }): string[] | null {
  const call = CALLS.find(({ at }) => at.test(pathname));
  return !call || call.methods.includes(method) ? null : call.methods;
}

/** The 405 of a call of the public API by a method it does not have (RFC 9110, 15.5.6), or null. */
export function refuseWrongMethod(request: Request, pathname: string, requestId: string): Response | null {
  const methods = otherMethods({ method: request.method, pathname });
  if (!methods) return null;
  const error = new ServiceError("wrong_method", "method_not_allowed");
  const response = problemResponse(error, errorWords(request), requestId);
  response.headers.set("allow", methods.join(", "));
  return response;
}
