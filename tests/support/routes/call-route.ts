import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { inRequest } from "./request-scope";

const ORIGIN = "http://localhost:3000";
const ROOT = resolve(import.meta.dirname, "../../..");
export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof METHODS)[number];

type RouteHandler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type RouteModule = Partial<Record<Method, RouteHandler>>;

const modules = import.meta.glob<RouteModule>("../../../app/**/route.ts");

/** `app/(group)/api/v1/x/[id]/route.ts` → `/api/v1/x/{id}`. */
function patternOf(file: string): string {
  const folders = file.split("/").slice(1, -1);
  return `/${folders
    .filter((folder) => !folder.startsWith("("))
    .map((folder) => folder.replace(/^\[(?:\.\.\.)?(\w+)\]$/, "{$1}"))
    .join("/")}`;
}

/** The files of every route handler, from the repository root. */
const ROUTE_FILES: readonly string[] = readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  .map((file) => `app/${file}`)
  .sort();

async function moduleOf(file: string): Promise<RouteModule> {
  const load = modules[`../../../${file}`];
  if (!load) throw new Error(`No route handler ${file}`);
  return load();
}

/** Every route handler as `METHOD /path/{parameter}`. */
export async function listRoutes(): Promise<string[]> {
  const found = ROUTE_FILES.map(async (file) => {
    const exported = await moduleOf(file);
    return METHODS.filter((method) => exported[method]).map((method) => `${method} ${patternOf(file)}`);
  });
  return (await Promise.all(found)).flat().sort();
}

export type Call = {
  params?: Record<string, string>;
  query?: string;
  /** A string, bytes or form goes as it is; anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
};

const isRaw = (body: unknown): body is string | Uint8Array<ArrayBuffer> | FormData =>
  typeof body === "string" || body instanceof Uint8Array || body instanceof FormData;

/** The request a client of this origin's front door would make. */
export function requestOf(route: string, call: Call = {}): Request {
  const [method = "GET", pattern = "/"] = route.split(" ");
  const { params = {}, query = "", body, headers = {} } = call;
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const json: Record<string, string> = body === undefined || isRaw(body) ? {} : { "content-type": "application/json" };
  return new Request(`${ORIGIN}${path}${query}`, {
    method,
    headers: {
      host: "localhost:3000",
      "x-forwarded-proto": "http",
      "x-forwarded-for": "198.51.100.7",
      ...json,
      ...headers,
    },
    body: isRaw(body) ? body : body === undefined ? undefined : JSON.stringify(body),
  });
}

/** Calls a route's real handler as the framework would. `route` reads `POST /api/v1/conversations/{id}/messages`. */
export async function callRoute(route: string, call: Call = {}): Promise<Response> {
  const [method, pattern] = route.split(" ") as [Method, string];
  const file = ROUTE_FILES.find((candidate) => patternOf(candidate) === pattern);
  const handler = file && (await moduleOf(file))[method];
  if (!handler) throw new Error(`No handler for ${route}`);
  const request = requestOf(route, call);
  return inRequest(request, () => handler(request, { params: Promise.resolve(call.params ?? {}) }));
}
