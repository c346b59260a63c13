import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apartFromMachines } from "@/server/assistant/circumstances/circumstances-in";

const words = (text: string) => text.replaceAll(/\s+/g, " ").trim();

describe("a question apart from the machines it names", () => {
  it.each([
    ["How do I pair the earbuds with my Android phone?", "how do i pair the earbuds with my ?", "android phone"],
    ["Set up the watch on my iPhone and my iPad", "set up the watch on my and my", "iphone ipad"],
    ["耳机怎么连我的安卓手机", "耳机怎么连我的", "安卓手机"],
  ])("%s", (text, subject, machines) => {
    const apart = apartFromMachines(text);
    expect([words(apart.subject), apart.machines]).toEqual([subject, machines]);
  });

  it("stays whole when it names none, or nothing else", () => {
    for (const text of ["How long does a refund take?", "安卓手机", "iPhone", ""])
      expect(apartFromMachines(text)).toEqual({ subject: text, machines: "" });
  });

  it("holds no machine any more, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("android", "安卓", "iphone", "用手机", "watch", "怎么连", " ", "？")),
        (parts) => {
          const { subject, machines } = apartFromMachines(parts.join(""));
          if (machines) expect(subject).not.toMatch(/安卓|\biphone\b|\bandroid\b/);
        },
      ),
    );
  });
});
