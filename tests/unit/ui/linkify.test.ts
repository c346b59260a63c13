import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkify } from "@/lib/text/linkify";

const awkward = fc.array(
  fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.webUrl(),
    fc.constantFrom(
      "http://",
      "https://",
      "javascript:alert(1)",
      "HTTPS://A.b",
      "。",
      "）",
      "\n",
      "<",
      "https://a@b.c/",
    ),
  ),
);

describe("links in customers' words", () => {
  it("gives the text back unchanged, whatever it is", () => {
    fc.assert(
      fc.property(awkward, (parts) => {
        const text = parts.join("");
        const pieces = linkify(text);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        expect(pieces.every((piece) => text.startsWith(piece.text, piece.at))).toBe(true);
      }),
    );
  });

  it("links to http and https only, without credentials", () => {
    fc.assert(
      fc.property(awkward, (parts) => {
        for (const { href } of linkify(parts.join(""))) {
          if (href !== undefined) {
            const url = new URL(href);
            expect(["http:", "https:"]).toContain(url.protocol);
            expect(url.username + url.password).toBe("");
          }
        }
      }),
    );
  });

  it("ends an address before Chinese and closing punctuation", () => {
    expect(linkify("看https://a.cn/x?y=1。谢谢")[1]).toEqual({
      at: 1,
      text: "https://a.cn/x?y=1",
      href: "https://a.cn/x?y=1",
    });
    expect(linkify("(https://a.cn).").map((piece) => piece.text)).toEqual(["(", "https://a.cn", ")."]);
  });

  it("leaves scripts, data and disguised addresses as text", () => {
    for (const text of ["javascript:alert(1)", "data:text/html,x", "https://bank.com@evil.cn/", "//evil.cn"]) {
      expect(linkify(text)).toEqual([{ at: 0, text }]);
    }
  });
});
