import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { type BenchHandlers, BenchRefusal } from "./handlers";

const LARGEST_BODY = 256 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_BODY) throw new BenchRefusal(413, "too_large");
    parts.push(part);
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.concat(parts).toString() || "{}"));
  } catch {
    throw new BenchRefusal(400, "not_json");
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) })
    .end(text);
}

function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof BenchRefusal) send(response, error.status, { error: error.code, detail: error.message });
  else if (error instanceof z.ZodError) send(response, 422, { error: "invalid", detail: z.prettifyError(error) });
  else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    send(response, 500, { error: "failed", detail: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Serves handlers as JSON over POST, on loopback only, with or without the prefix `/bench`. What a caller gets wrong is a
 * 4xx with a code; nothing a caller sends ends the server.
 * @param port 0 takes a free one.
 */
export async function serveHandlers(handlers: BenchHandlers, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer(async (request, response) => {
    try {
      const path = new URL(request.url ?? "/", "http://localhost").pathname.replace(/^\/bench(?=\/)/, "");
      const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined;
      if (!handler || request.method !== "POST") throw new BenchRefusal(404, "unknown_endpoint", path.slice(0, 100));
      send(response, 200, await handler(await bodyOf(request)));
    } catch (error) {
      sendError(response, error);
    }
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bench` };
}
