import { errorWords } from "./error-words";
import { problemResponse } from "./problem";

/** A problem response where there is no logger; the platform's own log gets unknown errors. */
export function edgeProblem(error: unknown, request: Request, requestId: string): Response {
  const response = problemResponse(error, errorWords(request), requestId);
  if (response.status >= 500) globalThis.reportError?.(error);
  return response;
}
