import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LinkedText } from "@/components/shared/linked-text";
import { Markdown } from "@/components/shared/markdown";

const hostile = [
  '<script>alert(1)</script><img src=x onerror="alert(1)">',
  "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x)",
  "![x](https://evil.example/pixel.png) ![y](http://cdn.example/a.png)",
  '<a href="javascript:alert(1)">x</a><iframe src="https://evil.example"></iframe>',
].join("\n\n");

describe("Markdown", () => {
  it("lets through no script, handler, frame or foreign image", () => {
    const html = renderToStaticMarkup(<Markdown text={hostile} imageHosts={["cdn.example"]} />);
    expect(html).not.toMatch(/<script|<img|<iframe|href="(javascript|data)/i);
  });

  it("maps article links, keeps outside links from reaching back, shows allowed images", () => {
    const html = renderToStaticMarkup(
      <Markdown
        text="[r](article:refund-times) [s](https://example.com) ![a](https://cdn.example/a.png)"
        imageHosts={["cdn.example"]}
        articleHref={(slug) => `/en/articles/${slug}`}
      />,
    );
    expect(html).toContain('<a href="/en/articles/refund-times">r</a>');
    expect(html).toContain('<a href="https://example.com" rel="noopener noreferrer" target="_blank">s</a>');
    expect(html).toContain('<img src="https://cdn.example/a.png" alt="a"/>');
  });
});

describe("customers' words", () => {
  it("are shown as written, with nothing but links added", () => {
    const html = renderToStaticMarkup(<LinkedText text={"3*5 <b>**1.**</b>\n#A1029 https://a.cn"} />);
    expect(html).toContain("3*5 &lt;b&gt;**1.**&lt;/b&gt;\n#A1029 ");
    expect(html).toContain('href="https://a.cn/"');
  });
});
