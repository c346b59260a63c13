/**
 * The launcher: node local/launch.mjs start|dev|reset [--yes]
 *
 * Runs on Node 18 with nothing installed, so neither it nor what it imports may use a package.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./launcher.mjs";
import { reset } from "./reset.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...flags] = process.argv.slice(2);

if (command === "start" || command === "dev") process.exit(await launch({ mode: command, root }));
if (command === "reset") process.exit(await reset({ root, yes: flags.includes("--yes") }));
process.stderr.write("Usage: node local/launch.mjs start|dev|reset [--yes]\n");
process.exit(2);
