import { type WorkStore, workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { type RequestStore, workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import {
  MutableRequestCookiesAdapter,
  RequestCookiesAdapter,
} from "next/dist/server/web/spec-extension/adapters/request-cookies";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";

/**
 * Runs a route handler or a server action as the framework does: inside a request, so that `headers()` and `cookies()`
 * of next/headers are this request's. They find the request in these two storages; the server fills in many fields
 * that nothing here reads.
 */
export function inRequest<Result>(request: Request, run: () => Promise<Result>): Promise<Result> {
  const work = { route: new URL(request.url).pathname, forceStatic: false, dynamicShouldError: false };
  const unit = {
    type: "request",
    phase: "action",
    headers: request.headers,
    url: new URL(request.url),
    cookies: RequestCookiesAdapter.seal(new RequestCookies(request.headers)),
    userspaceMutableCookies: MutableRequestCookiesAdapter.wrap(new RequestCookies(new Headers(request.headers))),
  };
  return workAsyncStorage.run(work as unknown as WorkStore, () =>
    workUnitAsyncStorage.run(unit as unknown as RequestStore, run),
  );
}
