import { expect, test } from "vitest";
import { bareLinks, type MarkdownNode } from "@/lib/text/bare-links";

const link = (url: string, shown = url): MarkdownNode => ({
  type: "link",
  url,
  children: [{ type: "text", value: shown }],
});
const cut = (...children: MarkdownNode[]) => {
  const tree: MarkdownNode = { type: "root", children: [{ type: "paragraph", children }] };
  bareLinks()(tree);
  return tree.children?.[0]?.children;
};

test("a bare address ends where Chinese punctuation begins, and the sentence goes on", () => {
  expect(cut(link("http://router.luyu。再登录"))).toEqual([
    link("http://router.luyu"),
    { type: "text", value: "。再登录" },
  ]);
  expect(cut(link(encodeURI("https://a.test/b，c"), "https://a.test/b，c"))).toEqual([
    link("https://a.test/b"),
    { type: "text", value: "，c" },
  ]);
});

test("links with words of their own, and addresses without such punctuation, stay as they are", () => {
  for (const node of [link("https://a.test/b"), link("https://a.test", "看这里。"), link("%zz。", "x")]) {
    expect(cut(structuredClone(node))).toEqual([node]);
  }
});
