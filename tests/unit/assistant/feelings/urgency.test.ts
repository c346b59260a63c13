import { describe, expect, it } from "vitest";
import { feelingOf } from "@/server/assistant/feelings/feeling-of";

const HIGH = `充电宝鼓包了还发烫
插座冒烟了怎么办
孩子被漏电电了一下
我要投诉到12315
再不解决我就找律师起诉你们
我会曝光给媒体
卡被盗刷了，马上帮我冻结
很急，今天下午三点之前必须收到
立刻给我退款
明天婚礼要用，来得及吗，赶紧回复
The charger caught fire
My battery is swollen and smoking
I got an electric shock from it
I will sue you
I'm filing a chargeback with my bank
My lawyer will contact you
I need this ASAP
URGENT: wrong address, it ships in 2 hours
There's an unauthorized charge on my card
I need an answer today, my flight leaves in 3 hours`;

const NORMAL = `怎么申请退货
快递几天能到
我的耳机连不上
Where is my order?
How do I fast charge it?
What is the fire rating of the cable?
Is it ok to charge it overnight?
我着凉了不能去门店
急救包多少钱`;

const LOW = `不急，有空的时候帮我看看
只是问一下，不着急
No rush, whenever you have time
Just curious, is it waterproof?`;

describe("how soon a message needs an answer", () => {
  it.each(HIGH.split("\n"))("at once: %s", (text) => expect(feelingOf(text).urgency).toBe("high"));
  it.each(NORMAL.split("\n"))("as usual: %s", (text) => expect(feelingOf(text).urgency).toBe("normal"));
  it.each(LOW.split("\n"))("when there is time: %s", (text) => expect(feelingOf(text).urgency).toBe("low"));

  it("is high in danger however patient the writer is", () => {
    expect(feelingOf("不急，不过充电宝冒烟了").urgency).toBe("high");
  });

  it("names what made it urgent", () => {
    expect(feelingOf("再不退款就去消协投诉").reasons).toContain("消协");
  });
});
