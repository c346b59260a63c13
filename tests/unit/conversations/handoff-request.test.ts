import { describe, expect, it } from "vitest";
import { isHandoffRequest, isNothingButHandoffRequest } from "@/server/conversations/handoff-request";

describe("a request for a person", () => {
  it.each([
    "人工",
    "转人工！",
    "人 工",
    "人工客服",
    "我要人工客服",
    "请帮我转接人工服务",
    "能不能找个真人",
    "叫个真人来跟我说",
    "我想和人工聊",
    "给我换个活人",
    "转客服",
    "帮我转接到在线客服",
    "让你们的客服来处理",
    "订单一直没到，帮我转人工",
    "怎么转人工",
    "ｈｕｍａｎ",
    "agent",
    "Agent, please!",
    "a human please",
    "I want to talk to a real person",
    "Let me speak with someone from your team please",
    "can I talk to a human?",
    "connect me with an agent",
    "Transfer me to a representative",
    "I need a real person",
    "get me an agent",
    "I’d like to speak to your manager",
    "The watch is broken, put me through to your staff",
    "How do I reach a human?",
  ])("is heard in %j", (text) => expect(isHandoffRequest(text)).toBe(true));

  it.each([
    "人工几点上班",
    "客服电话是多少",
    "不要转人工，你直接告诉我",
    "别给我转人工",
    "人工智能音箱怎么连",
    "半夜有人工吗",
    "我找不到订单了",
    "朋友叫我来看看活动",
    "要人工费吗",
    "When are people there to talk to?",
    "What's your phone number?",
    "Do I have to talk to an agent to return it?",
    "I don't want to talk to a human",
    "I want to give it to a friend",
    "Can I give a gift card to someone?",
    "the agent told me it would arrive",
    "Can I transfer points to someone?",
    "How do I connect my watch?",
    "",
  ])("is not heard in %j", (text) => expect(isHandoffRequest(text)).toBe(false));

  it("counts as nothing else only when it says nothing else", () => {
    expect(isNothingButHandoffRequest("请帮我转人工客服")).toBe(true);
    expect(isNothingButHandoffRequest("I want to talk to a real person")).toBe(true);
    expect(isNothingButHandoffRequest("订单 A1029 收到是坏的，帮我转人工")).toBe(false);
    expect(isNothingButHandoffRequest("The watch I bought last week is broken, put me through to your staff")).toBe(
      false,
    );
  });
});
