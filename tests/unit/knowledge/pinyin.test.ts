import { describe, expect, it } from "vitest";
import { pinyinInitials } from "@/lib/text/pinyin-initials";
import { initialsOfPinyin } from "@/lib/text/pinyin-syllables";
import { spokenNames } from "@/server/knowledge/pinyin/spoken-names";
import { askedForm } from "@/server/knowledge/synonym-forms";

describe("initials of pinyin", () => {
  it.each([
    ["耳机", ["ej"]],
    ["充电宝", ["cdb"]],
    ["扫地机器人", ["sdjqr"]],
    ["智能手表", ["znsb"]],
    ["摄像头", ["sxt"]],
    ["路由器", ["lyq"]],
    ["空气净化器", ["kqjhq"]],
  ])("of %s are those that people type", (name, initials) => {
    expect(pinyinInitials(name)).toEqual(initials);
  });
  it.each([
    ["l", "路绿领楼流录旅轮"],
    ["m", "妈马门米密面免默"],
    ["r", "日容如入软让热瑞"],
    ["s", "三色手速锁商扫思"],
    ["t", "他她贴图停退投头"],
    ["w", "网外无文物温误位"],
  ])("begin with %s in every one of %s", (letter, characters) => {
    expect([...characters].flatMap(pinyinInitials)).toEqual([...characters].map(() => letter));
  });
  it("are given for every reading of a character that has several", () => {
    expect(pinyinInitials("重庆")).toContain("cq");
    expect(pinyinInitials("手机壳")).toEqual(expect.arrayContaining(["sjk", "sjq"]));
  });
  it("are none of what is not all Chinese", () => {
    expect([pinyinInitials("Air耳机"), pinyinInitials("")]).toEqual([[], []]);
  });
  it.each([
    ["erji", "ej"],
    ["lanyaerji", "lyej"],
    ["chongdianbao", "cdb"],
    ["nvzhuang", "nz"],
    ["headphones", null],
    ["refund", null],
    ["ma", null],
    ["xian", null],
  ])("of the letters %s are %s", (letters, initials) => {
    expect(initialsOfPinyin(letters)).toBe(initials);
  });
  it("are not looked for in English sentences", () => {
    expect(askedForm("can women change this")).not.toContain("~");
    expect(askedForm("erji 怎么充电")).toContain("~ej ");
  });
});

describe("names read aloud", () => {
  const nobody = () => false;
  it("come from the catalogue whole and word by word, and from titles when they stand in two", () => {
    const titles = ["耳机怎么充电", "耳机连不上", "手表怎么充电"];
    const spoken = spokenNames({ names: ["鹿屿 Robot R1 扫地机器人"], titles }, nobody);
    expect(spoken.get("ej")).toEqual(["耳机"]);
    expect(spoken.get("sdjqr")).toEqual(["扫地机器人"]);
    expect(spoken.get("sb")).toBeUndefined();
    expect([...spoken.values()].flat()).not.toContain("怎么");
  });
  it("leave letters alone that mean something already", () => {
    const names = ["赔偿", "蓝牙"];
    expect([...spokenNames({ names, titles: [] }, (letters) => letters === "ly").keys()]).toEqual([]);
  });
  it("keep few names of one spelling", () => {
    const names = ["手机", "司机", "数据", "设计", "升级"];
    expect(spokenNames({ names, titles: [] }, nobody).get("sj")).toHaveLength(3);
  });
});
