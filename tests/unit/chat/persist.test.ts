import { describe, expect, it, vi } from "vitest";
import { Refusal } from "@/components/chat/chat-api";
import { type ChatWords, waitWords } from "@/components/chat/chat-words";
import { persist, retryDelay } from "@/components/chat/persist";
import en from "@/messages/en/help.json";
import zh from "@/messages/zh/help.json";

const tooMuch = new Refusal(429, "rate_limited", 7);

describe("a call that is refused for too much at once", () => {
  it("waits as long as the server asks, then goes by itself", async () => {
    vi.stubGlobal("addEventListener", () => undefined);
    vi.stubGlobal("removeEventListener", () => undefined);
    vi.useFakeTimers();
    const heard: [boolean, number][] = [];
    let calls = 0;
    const call = async () => {
      calls += 1;
      if (calls === 1) throw tooMuch;
      return "stored";
    };
    const done = persist(call, (reached, wait) => heard.push([reached, wait]));
    await vi.advanceTimersByTimeAsync(6_999);
    expect([calls, heard]).toEqual([1, [[true, 7]]]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await done).toBe("stored");
    expect(heard.at(-1)).toEqual([true, 0]);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is not mistaken for other refusals, which are final", () => {
    expect(retryDelay(tooMuch, 0)).toBe(7_000);
    expect(retryDelay(new Refusal(422, "invalid_input", null), 0)).toBeNull();
  });

  it("is told in seconds under two minutes, in minutes above", () => {
    expect(waitWords(en.chat as ChatWords, 42)).toBe("42 seconds");
    expect(waitWords(en.chat as ChatWords, 1_801)).toBe("31 minutes");
    expect(waitWords(zh.chat as ChatWords, 42).trim()).toBe("42 秒");
  });
});
