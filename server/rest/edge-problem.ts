import { errorWords } from "./error-words";
import { problemResponse } from "./problem";

/** A problem response where there is no logger; the platform's own log gets unknown errors. @param own the caller's language. */
export function edgeProblem(error: unknown, request: Request, requestId: string, own?: string): Response {
  const response = problemResponse(error, errorWords(request, own), requestId);
  if (response.status >= 500) globalThis.reportError?.(error);
  return response;
}
