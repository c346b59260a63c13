import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sourcesHash } from "@/local/sources-hash.mjs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "zhida-sources-"));
  mkdirSync(join(root, "app/help"), { recursive: true });
  writeFileSync(join(root, "app/help/page.tsx"), "one");
  writeFileSync(join(root, "package-lock.json"), "{}");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the fingerprint of the sources", () => {
  it.each(["app", "components", "server", "db", "drizzle", "lib", "messages", "public"])("covers %s/", (folder) => {
    const before = sourcesHash(root);
    mkdirSync(join(root, folder, "deep"), { recursive: true });
    writeFileSync(join(root, folder, "deep/new.json"), "{}");
    expect(sourcesHash(root)).not.toBe(before);
  });

  it.each([
    "package-lock.json",
    "next.config.ts",
    "tailwind.config.ts",
    "proxy.ts",
    "instrumentation.ts",
    "tsconfig.json",
  ])("covers %s", (file) => {
    const before = sourcesHash(root);
    writeFileSync(join(root, file), "changed");
    expect(sourcesHash(root)).not.toBe(before);
  });

  it("sees a renamed file", () => {
    const before = sourcesHash(root);
    renameSync(join(root, "app/help/page.tsx"), join(root, "app/help/layout.tsx"));
    expect(sourcesHash(root)).not.toBe(before);
  });

  it("is the same for the same sources, whatever lies beside them", () => {
    const before = sourcesHash(root);
    mkdirSync(join(root, ".data"));
    writeFileSync(join(root, ".data/secrets.json"), "{}");
    writeFileSync(join(root, "README.md"), "text");
    expect(sourcesHash(root)).toBe(before);
  });
});
