import { expect, it } from "vitest";
import { askedAmong } from "@/server/conversations/asked-questions";

it.each(["075950", "my code is 075 950", "验证码：０７５９５０"])(
  "a code that comes after nobody waits for one is not among what was asked: %s",
  (code) => {
    const said = [
      { seq: 1, body: "Where is my order?" },
      { seq: 2, body: code },
      { seq: 3, body: "It says error 075950" },
    ];
    expect(askedAmong(said, [], [])).toEqual(["Where is my order?", "It says error 075950"]);
  },
);
