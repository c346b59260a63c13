/** What may import what: prints every import that leaves its room by a door that is not there, and every cycle. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { sourceFiles } from "./source-files.mjs";

const PLATFORM = ["auth", "ai", "events", "realtime", "jobs", "storage", "mail", "i18n", "rest", "outbound"];
/** Files at the root of server/ that everything in it may use. */
const SERVER_BASE = ["context", "errors", "transaction", "deferred", "log", "sql", "sql-state", "trpc"];

const files = sourceFiles(".ts", ".tsx").filter((file) => !file.endsWith(".d.ts"));
const known = new Set(files);
const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?[^;'"]*?from\s+["']([^"']+)["']|(?:^|\n)\s*import\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

function resolveImport(file, specifier) {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? normalize(join(dirname(file), specifier))
      : null;
  if (path === null) return null;
  return [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => known.has(candidate)) ?? path;
}

function importsOf(file) {
  const source = readFileSync(file, "utf8");
  return Array.from(source.matchAll(IMPORT), ([, , typeOnly, from, bare, dynamic]) => ({
    typeOnly: Boolean(typeOnly),
    target: resolveImport(file, from ?? bare ?? dynamic),
  })).filter(({ target }) => target !== null);
}

const roomOf = (file) => file.split("/")[0];
function serverRoom(file) {
  const [, second] = file.split("/");
  if (!file.startsWith("server/")) return null;
  if (second.endsWith(".ts")) return SERVER_BASE.includes(second.slice(0, -3)) ? "base" : "root";
  return PLATFORM.includes(second) ? "platform" : "domain";
}

function complaint(file, target, typeOnly) {
  const [from, to] = [roomOf(file), roomOf(target)];
  if (["tests", "bench", "scripts"].includes(from) || !target.includes("/") || !file.includes("/")) return null;
  if (["tests", "bench", "scripts"].includes(to)) return `${to} is imported by nothing`;
  if (to === "local" || from === "local")
    return from === to ? null : "local and the application do not know each other";
  if (from === "lib") return to === "lib" ? null : "lib imports only lib";
  if (from === "db") return ["lib", "db"].includes(to) ? null : "db imports only lib";
  if (from === "components")
    return ["components", "lib", "messages"].includes(to) || (to === "server" && typeOnly)
      ? null
      : "components import components and lib; from server only types";
  if (from === "app")
    return ["app", "components", "server", "lib", "db", "messages"].includes(to) &&
      (to !== "db" || target === "db/edge.ts" || target === "db/client.ts")
      ? null
      : "app holds no SQL";
  if (from === "server") return serverComplaint(file, target, to, typeOnly);
  return null;
}

function serverComplaint(file, target, to, typeOnly) {
  if (["app", "components"].includes(to)) return "server knows no screens";
  if (to !== "server") return null;
  const [room, other] = [serverRoom(file), serverRoom(target)];
  if (room === "base" && other !== "base" && !target.startsWith("server/events/"))
    return "the base of server knows no domain";
  if (room === "platform" && other === "domain" && !file.startsWith("server/rest/") && !typeOnly)
    return "platform knows no domain";
  return null;
}

function cycleFrom(start, graph, done) {
  const path = [];
  const onPath = new Set();
  const visit = (file) => {
    if (onPath.has(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    onPath.add(file);
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    onPath.delete(file);
    path.pop();
    done.add(file);
    return null;
  };
  return visit(start);
}

const problems = [];
const graph = new Map();
for (const file of files) {
  const imports = importsOf(file);
  graph.set(
    file,
    imports.filter(({ typeOnly, target }) => !typeOnly && known.has(target)).map(({ target }) => target),
  );
  for (const { target, typeOnly } of imports) {
    const words = complaint(file, target, typeOnly);
    if (words) problems.push(`${file} → ${target}: ${words}`);
    if (!known.has(target) && !existsSync(target)) problems.push(`${file} → ${target}: does not exist`);
  }
}
const done = new Set();
for (const file of files) {
  const cycle = cycleFrom(file, graph, done);
  if (cycle) {
    problems.push(`cycle: ${cycle.join(" → ")}`);
    break;
  }
}
if (problems.length > 0) {
  process.stdout.write(`${problems.join("\n")}\n`);
  process.exit(1);
}
