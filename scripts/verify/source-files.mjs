import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Every file git tracks or would track, by ending. */
export function sourceFiles(...endings) {
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  })
    .split("\n")
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && existsSync(file));
}
