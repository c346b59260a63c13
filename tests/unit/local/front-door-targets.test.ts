import { describe, expect, it } from "vitest";
import { decodablePath } from "@/local/front-door-targets.mjs";

describe("a path at the front door", () => {
  it.each([
    ["/api/v1/tickets/%ff", "/api/v1/tickets/%EF%BF%BD"],
    ["/api/v1/conversations/%c3%28/answer?q=%ff", "/api/v1/conversations/%EF%BF%BD(/answer?q=%ff"],
    ["/_next/static/%2E%2e%2f%FF", "/_next/static/..%2F%EF%BF%BD"],
    ["/en/%zz%", "/en/%25zz%25"],
  ])("that is no UTF-8, as %s, becomes text: %s", (asked, passedOn) => {
    expect(decodablePath(asked)).toBe(passedOn);
    expect(() => decodeURIComponent(decodablePath(asked).split("?")[0] ?? "")).not.toThrow();
  });

  it.each(["/", "*", "/zh/articles/%E9%80%80%e6%ac%be?a=%&b=%ff", "/a%2Fb%00%25?"])(
    "that is, as %s, passes on to the byte",
    (target) => expect(decodablePath(target)).toBe(target),
  );
});
