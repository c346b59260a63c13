import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Circumstances } from "@/lib/contracts/circumstances";
import { circumstancesIn } from "@/server/assistant/circumstances/circumstances-in";
import { circumstancesTold, knownCircumstances } from "@/server/assistant/circumstances/known-circumstances";

const TABLE: [text: string, told: Circumstances][] = [
  ["How do I pair it on my iPhone?", { platform: "ios", device: "phone" }],
  ["I'm on Android", { platform: "android" }],
  ["does it work with iOS 17", { platform: "ios" }],
  ["on my iPad please", { platform: "ios", device: "tablet" }],
  ["connect to my MacBook Air", { platform: "mac", device: "computer" }],
  ["Windows 11 won't find it", { platform: "windows", device: "computer" }],
  ["on my laptop", { device: "computer" }],
  ["I want to change my phone number", {}],
  ["not an iPhone, an Android phone", { platform: "android", device: "phone" }],
  ["I moved from iPhone to Android", { device: "phone" }],
  ["我用的是苹果手机", { platform: "ios", device: "phone" }],
  ["安卓手机怎么连", { platform: "android", device: "phone" }],
  ["我不是苹果手机，是安卓", { platform: "android" }],
  ["鸿蒙系统可以吗", { platform: "harmonyos" }],
  ["我的是蘋果手機", { platform: "ios", device: "phone" }],
  ["在网页版怎么改密码", { platform: "web" }],
  ["手机号换了怎么办", {}],
  ["用电脑怎么下载发票", { device: "computer" }],
  ["I live in Shanghai", { region: "CN-SH" }],
  ["how long to Urumqi", { region: "CN-XJ" }],
  ["from Beijing to Lhasa, how many days", { region: "CN-XZ" }],
  ["Beijing or Shanghai, which is faster", {}],
  ["寄到新疆要几天", { region: "CN-XJ" }],
  ["从上海寄到拉萨多少钱", { region: "CN-XZ" }],
  ["内蒙古可以送吗", { region: "CN-NM" }],
  ["do you ship to Japan", { region: "JP" }],
  ["中国上海能送吗", { region: "CN-SH" }],
  ["I'm a gold member", { tier: "gold" }],
  ["I’m a gold member", { tier: "gold" }],
  ["As a Platinum member, what do I pay", { tier: "platinum" }],
  ["how do I become a gold member", {}],
  ["我是金卡会员，退货要运费吗", { tier: "gold" }],
  ["怎么升级成金卡", {}],
  ["买多少钱能到白金卡", {}],
  ["Where is my order?", {}],
];

describe("what a message says of the person", () => {
  it.each(TABLE)("%s", (text, told) => expect(circumstancesIn(text)).toEqual(told));

  it("is nothing that no word of the message names, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const value of Object.values(circumstancesIn(text))) expect(typeof value).toBe("string");
      }),
    );
  });

  it("holds until a later message says otherwise", () => {
    expect(circumstancesTold(["and the price?", "on my iPhone"])).toEqual({ platform: "ios", device: "phone" });
    expect(circumstancesTold(["now on Windows", "on my iPhone"])).toEqual({ platform: "windows", device: "computer" });
    expect(circumstancesTold(["I am in Beijing", "on my iPhone"])).toEqual({
      platform: "ios",
      device: "phone",
      region: "CN-BJ",
    });
  });
});

describe("what is known of a person", () => {
  it("is what they say before what the app gives, the profile holds and the browser shows", () => {
    const known = knownCircumstances({
      said: { region: "CN-XJ" },
      given: { region: "CN-BJ", platform: "android" },
      profile: { tier: "gold", region: "CN-SH" },
      seen: { platform: "mac", device: "computer" },
    });
    expect(known).toEqual({
      region: { value: "CN-XJ", source: "said" },
      platform: { value: "android", source: "given" },
      tier: { value: "gold", source: "profile" },
    });
  });

  it("does not put a device that was seen under a platform that was said", () => {
    const known = knownCircumstances({
      said: { platform: "android" },
      seen: { platform: "windows", device: "computer" },
    });
    expect(known.device).toBeUndefined();
    const same = knownCircumstances({ said: { platform: "android" }, seen: { platform: "android", device: "phone" } });
    expect(same.device).toEqual({ value: "phone", source: "seen" });
    const laptop = knownCircumstances({ said: { device: "computer" }, seen: { platform: "ios", device: "phone" } });
    expect(laptop).toEqual({ device: { value: "computer", source: "said" } });
  });
});
