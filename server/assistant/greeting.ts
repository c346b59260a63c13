const GREETINGS = new Set([
  "你好",
  "您好",
  "嗨",
  "哈喽",
  "在吗",
  "在么",
  "有人吗",
  "你好啊",
  "您好啊",
  "早上好",
  "下午好",
  "晚上好",
  "谢谢",
  "谢谢你",
  "多谢",
  "好的",
  "hi",
  "hello",
  "hey",
  "hello there",
  "hi there",
  "good morning",
  "good afternoon",
  "good evening",
  "thanks",
  "thank you",
  "thx",
  "ok",
  "okay",
]);

/** Whether a message is only a greeting or thanks: nothing to look up. */
export function isGreeting(text: string): boolean {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return GREETINGS.has(bare);
}
