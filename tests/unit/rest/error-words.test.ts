import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import en from "@/messages/en/errors.json";
import zh from "@/messages/zh/errors.json";
import { errorWords } from "@/server/rest/error-words";

const ROOT = join(import.meta.dirname, "../../..");
const THROWN = [
  /\b(?:conflict|invalid|notFound|forbidden|unauthorized)\(\s*"([a-z_]+)"/g,
  /new ServiceError\(\s*"[a-z_]+",\s*"([a-z_]+)"/g,
];

/** Every code that the server throws, read from its sources. */
function thrownCodes(): string[] {
  const files = ["app", "server"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(ROOT, folder, file)),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, "utf8"));
  return [
    ...new Set(
      sources.flatMap((source) => THROWN.flatMap((one) => [...source.matchAll(one)].map(([, code]) => code ?? ""))),
    ),
  ];
}

const asking = (language?: string) =>
  errorWords(new Request("http://localhost/", language ? { headers: { "accept-language": language } } : {}));

describe("the words of errors", () => {
  it("exist in both languages for every code that the server throws", () => {
    const codes = thrownCodes();
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !(code in en) || !(code in zh))).toEqual([]);
  });

  it("follow Accept-Language, and tell nothing of codes without words", () => {
    expect(asking("en")("forbidden")).toBe(en.forbidden);
    expect(asking("zh-CN,zh;q=0.9,en;q=0.5")("forbidden")).toBe(zh.forbidden);
    expect(asking("fr, en;q=0.7")("forbidden")).toBe(en.forbidden);
    expect(asking("en")("no_such_code")).toBe(en.internal);
  });
});
