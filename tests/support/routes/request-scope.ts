import { type WorkStore, workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { type RequestStore, workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";

/**
 * Runs a route handler as the framework does: inside a request, so that `headers()` of next/headers is this request's.
 * `next/headers` finds the request in these two storages; the server fills in many fields that no handler here reads.
 */
export function inRequest<Result>(request: Request, run: () => Promise<Result>): Promise<Result> {
  const work = { route: new URL(request.url).pathname, forceStatic: false, dynamicShouldError: false };
  const unit = { type: "request", phase: "action", headers: request.headers, url: new URL(request.url) };
  return workAsyncStorage.run(work as unknown as WorkStore, () =>
    workUnitAsyncStorage.run(unit as unknown as RequestStore, run),
  );
}
