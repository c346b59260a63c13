/**
 * Runs a command that knows nothing of tether.mjs, and ends it and all it started when whoever started us is gone:
 * node tethered.mjs PROGRAM ARGUMENT …
 */
import { spawn } from "node:child_process";
import "./tether.mjs";

// Ending by `exit` is what kills the rest of our group.
process.once("SIGTERM", () => process.exit(143));

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"] });
child.once("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 127;
});
child.once("close", (code) => process.exit(process.exitCode ?? code ?? 1));
