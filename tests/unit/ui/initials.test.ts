import { expect, it } from "vitest";
import { initials } from "@/lib/initials";

it.each([
  ["客服甲", "服甲"],
  ["欧阳娜娜", "娜娜"],
  ["王芳", "王芳"],
  ["李", "李"],
  ["阿卜杜拉·买买提", "买提"],
  ["访客 4821", "访客"],
  ["田中さくら", "くら"],
  ["Ada Lovelace", "AL"],
  ["Jean Luc van Damme", "JD"],
  ["madonna", "M"],
  ["Visitor 4821", "V"],
  ["Émile zola", "ÉZ"],
  ["  ", ""],
  ["4821", ""],
])("shows %s as %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
