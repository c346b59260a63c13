/** A build that leaves what Next would leave, or fails. */
import { appendFileSync, mkdirSync } from "node:fs";

if (process.env.STAND_IN_BUILD === "fail") {
  process.stderr.write("Type error: a button is not a number\n");
  process.exit(1);
}
if (process.env.STAND_IN_BUILD === "endless") setInterval(() => undefined, 60_000);
else {
  mkdirSync(".next", { recursive: true });
  appendFileSync(".next/builds", "built\n");
}
