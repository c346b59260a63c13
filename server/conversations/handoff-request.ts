const REQUESTS = new Set([
  "人工",
  "转人工",
  "人工客服",
  "找人工",
  "人工服务",
  "转人工客服",
  "我要人工",
  "我要转人工",
  "我要找人工",
  "请转人工",
  "真人",
  "客服",
  "agent",
  "human",
  "person",
  "live agent",
  "real person",
  "talk to a human",
  "talk to a person",
  "talk to an agent",
  "speak to a human",
  "speak to a person",
  "speak to an agent",
  "human please",
  "agent please",
  "representative",
  "operator",
]);

/** Whether a message consists only of a request for a person ("人工", "talk to a human!"). */
export function isHandoffRequest(text: string): boolean {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return REQUESTS.has(bare) || REQUESTS.has(bare.replaceAll(" ", ""));
}
