import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A loopback system that answers `GET /notes/{key}` with what was put there, and counts every change it is asked for. */
export type NoteSystem = {
  origin: string;
  host: string;
  put(key: string, text: string): void;
  changes: string[];
  close(): Promise<void>;
};

/** Starts the fake on a free loopback port. */
export async function startNoteSystem(): Promise<NoteSystem> {
  const notes = new Map<string, string>();
  const changes: string[] = [];
  const server = createServer((request, response) => {
    const key = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
    if (request.method !== "GET") changes.push(`${request.method} ${request.url}`);
    const text = notes.get(key);
    response.writeHead(text === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(text === undefined ? { error: "unknown" } : { text }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    put: (key, text) => void notes.set(key, text),
    changes,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
