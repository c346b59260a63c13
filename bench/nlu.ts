/**
 * How well messages are understood: `npm run bench:nlu -- serve --port N` answers the endpoints of the NLU harness
 * (server: bench/nlu/server.ts) until killed, over the very functions the assistant uses.
 */
import { parseArgs } from "node:util";
import { benchHandlers } from "./nlu/registry";
import { stopRetrieval } from "./nlu/retrieval-handlers";
import { serveHandlers } from "./nlu/server";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: "string", default: "0" } },
});

const { url, server } = await serveHandlers(await benchHandlers(), Number(values.port));

async function stop(): Promise<void> {
  server.closeAllConnections();
  server.close();
  await stopRetrieval();
  process.exit(0);
}

if (positionals[0] === "serve") {
  process.stdout.write(`listening on ${url}\n`);
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}
