import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { POST as act } from "@/app/api/internal/answers/action/route";
import { POST as handOver } from "@/app/api/internal/answers/hand-over/route";
import { POST as publish } from "@/app/api/internal/events/publish/route";
import { env } from "@/lib/env";

const ROUTES: Record<string, (request: Request, context: never) => Promise<Response>> = {
  "/api/internal/answers/action": act as never,
  "/api/internal/answers/hand-over": handOver as never,
  "/api/internal/events/publish": publish as never,
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += String(part);
  return text;
}

/** Serves the signed internal routes on loopback and points the application at them, as the edge reaches Node. */
export async function serveInternalRoutes(): Promise<() => Promise<void>> {
  const server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? "";
    const headers = new Headers(incoming.headers as Record<string, string>);
    const request = new Request(new URL(path, env().APP_URL), {
      method: "POST",
      headers,
      body: await bodyOf(incoming),
    });
    const response =
      (await ROUTES[path]?.(request, { params: Promise.resolve({}) } as never)) ?? new Response(null, { status: 404 });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  Object.assign(env(), { APP_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  return () => new Promise((resolve) => server.close(() => resolve()));
}
