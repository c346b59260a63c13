/** Runs the real launcher around a tiny application: node launch.mjs start|dev. What it does is told by variables. */
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "../../../../local/launcher.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const tether = pathToFileURL(join(root, "local/tether.mjs")).href;

const commands = (_root, node) => ({
  build: [node, "--import", tether, join(here, "build.mjs")],
  migrate: [node, "--import", tether, join(here, "migrate.mjs")],
  seed: [node, "--import", tether, join(here, "seed.mjs")],
  serve: (_mode, port) => [node, "--import", tether, join(here, "application.mjs"), String(port)],
});

const install = "npm_execpath" in process.env;
process.exit(await launch({ mode: process.argv[2], root: process.env.STAND_IN_ROOT, commands, install }));
