/**
 * The `services` process. The first line of standard input holds the options of startServices as JSON; the input then
 * stays open as the tether to the launcher. The first line of standard output is the environment for the application.
 */
import { startServices } from "./services.mjs";
import { tether } from "./tether.mjs";

let services;
let stopping = false;

async function stop(code) {
  if (stopping) return;
  stopping = true;
  await services?.stop().catch(() => undefined);
  process.exit(code);
}

function fail(error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  return stop(1);
}

let input = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", async function firstLine(chunk) {
  input += chunk;
  if (!input.includes("\n")) return;
  process.stdin.off("data", firstLine);
  try {
    services = await startServices(JSON.parse(input));
    if (stopping) return await services.stop();
    process.stdout.write(`${JSON.stringify(services.env)}\n`);
    const reason = await services.exited;
    if (!stopping) await fail(reason);
  } catch (error) {
    await fail(error);
  }
});

process.on("SIGTERM", () => stop(0));
process.on("SIGINT", () => stop(0));
tether(() => stop(0));
// Until the first line is here nothing else keeps this process alive.
process.stdin.ref?.();
