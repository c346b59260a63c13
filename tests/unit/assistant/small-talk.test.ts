import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SmallTalk, smallTalkOf } from "@/server/assistant/small-talk";

const SAID: Record<SmallTalk, string> = {
  greeting: `hi
Hello there!
good morning
Hello?
is anyone there?
你好
您好，在吗？
有人吗
亲，在不在`,
  thanks: `thanks!
Thank you so much for your help
ok thanks
great, thank you!
No, thanks
hi, thanks
very helpful, cheers
thx 🙏
🙏
谢谢
谢谢！！
谢谢你
好的谢谢
太感谢了
非常感谢您的帮助
辛苦了，谢谢
ok谢谢
收到，多谢`,
  farewell: `bye
ok bye
thanks, bye
Good night
See you later!
That's all, thank you
no, that's all
Have a nice day
再见
拜拜
谢谢，再见
好的，没有其他问题了
那先这样吧
没有了，谢谢`,
  solved: `great, that solved it
that solved it, thanks!
It works now
Problem solved, bye
all sorted, cheers
yes that helped, thank you
解决了，谢谢
已经解决了
问题解决了！
搞定了，多谢
可以用了，谢谢
连上了`,
  acknowledged: `ok
OK.
Okay, got it
alright
makes sense
👍
好的
嗯嗯
好的，我知道了
明白了
收到`,
  who_answers: `are you a bot?
Are you human?
are you a real person or a bot
am I talking to a real person?
Am I chatting with a machine?
who are you
what are you?
Hi, who are you?
is this a bot
are you ChatGPT
what's your name
你是机器人吗
你是真人吗？
你是谁
你是人工吗
您好，请问你是真人还是机器人？
你是不是机器人
你是人吗
你叫什么名字
我在跟机器人说话吗
这是人工客服吗
你是人工智能吗`,
};

const MORE = `
?!
thanks, how do I return it?
how do I say thanks to the courier
it doesn't work
not solved
that solved nothing
is it solved?
resolved?
good phone
Great Wall router
hello kitty watch
Is it ok to charge it overnight?
are you open today?
are you a registered company?
who are you working with
what are your opening hours
what are you going to do about my refund
do you have a robot vacuum
is this a waterproof watch
yes
no
是的
没解决
没有解决，谢谢
解决了吗
问题还没解决
好的，那怎么退货
你好，我要退货
谢谢，什么时候发货
再见一面多少钱
你们是谁家的
你们是做什么的
你是怎么计算运费的
人工智能音箱怎么用
机器人吸尘器多少钱
好评返现是真的吗
早餐几点
可以
转人工
我要人工，你是机器人吗`.split("\n");

describe("small talk", () => {
  it.each(Object.entries(SAID).flatMap(([kind, text]) => text.split("\n").map((line) => [line, kind])))(
    "in %j is %s",
    (text, kind) => expect(smallTalkOf(text)).toBe(kind),
  );

  it.each(MORE)("is not all of %j", (text) => expect(smallTalkOf(text)).toBe(null));

  it("is told of any text, however long", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => smallTalkOf(`${text}?`) !== "solved"));
    for (const piece of ["thanks ", "谢", "好", "are you a ", "真人", "really "]) {
      smallTalkOf(piece.repeat(70 / piece.length));
      smallTalkOf(`${piece.repeat(60 / piece.length)}…订单`);
      smallTalkOf(piece.repeat(100_000));
    }
  });
});
