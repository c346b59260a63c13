import { describe, expect, it } from "vitest";
import { isAllowedImage, resolveLink } from "@/lib/text/markdown-targets";

const articleHref = (slug: string, section?: string) => `/zh/articles/${slug}${section ? `#${section}` : ""}`;

describe("targets of Markdown links", () => {
  it.each([
    ["article:refund-times#card", { href: "/zh/articles/refund-times#card", outside: false }],
    ["/zh/chat", { href: "/zh/chat", outside: false }],
    ["#top", { href: "#top", outside: false }],
    ["https://example.com/a", { href: "https://example.com/a", outside: true }],
    ["mailto:help@example.com", { href: "mailto:help@example.com", outside: false }],
  ])("maps %s", (link, target) => {
    expect(resolveLink(link, articleHref)).toEqual(target);
  });

  it.each([
    "javascript:alert(1)",
    "//evil.example",
    "/\\evil.example",
    "data:text/html,x",
    "article:../x",
    "vbscript:x",
  ])("keeps %s as text", (link) => {
    expect(resolveLink(link, articleHref)).toBeUndefined();
  });

  it("loads images of this site and of listed hosts only, over https", () => {
    const hosts = ["cdn.example.com"];
    expect(isAllowedImage("/uploads/a.png", hosts)).toBe(true);
    expect(isAllowedImage("https://cdn.example.com/a.png", hosts)).toBe(true);
    for (const address of [
      "http://cdn.example.com/a.png",
      "https://evil.example/a.png",
      "//evil.example/a",
      "data:,",
    ]) {
      expect(isAllowedImage(address, hosts)).toBe(false);
    }
  });
});
